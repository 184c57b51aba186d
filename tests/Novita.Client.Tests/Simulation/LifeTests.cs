using System.Text.Json.Nodes;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>The states instances pass through, by the clock.</summary>
public sealed class LifeTests
{
    private const string Id = "3560b7fec915bbf9";

    public static TheoryData<string, string, string, (double After, string Status)[]> Lives() => new()
    {
        { "start", "exited", "toStart", [(1, "starting"), (10, "running"), (1000, "running")] },
        { "stop", "running", "toStop", [(1, "stopping"), (5, "exited"), (1000, "exited")] },
        { "restart", "running", "toRestart", [(1, "restarting"), (10, "running")] },
        { "delete", "running", "toRemove", [(1, "removing"), (5, "removed"), (60, "RESOURCE_NOT_FOUND")] },
        { "delete", "exited", "toRemove", [(1, "removing")] },
        { "delete", "creating", "toRemove", [(1, "removing")] },
        { "migrate", "running", "migrating", [(30, "running")] },
        { "migrate", "exited", "migrating", [(30, "running")] },
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task An_action_leads_through_its_states_and_not_a_moment_too_early(
        string action, string from, string first, (double After, string Status)[] steps)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id, Status = from });

        Assert.Equal(200, (await cloud.ActAsync(action, Id)).Status);

        await FollowAsync(cloud, Id, first, steps);
    }

    [Fact]
    public async Task A_new_instance_is_created_pulled_and_run()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance());

        var id = (await cloud.PostAsync("instance/create", Requests.Gpu)).Text("id")!;

        Assert.Equal(id, cloud.Service.Fleet.Snapshot()[0].Id);
        await FollowAsync(cloud, id, "toCreate", [(1, "creating"), (5, "pulling"), (20, "running")]);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("exited")]
    public async Task An_upgrade_changes_the_settings_and_ends_running(string from)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance
        {
            Id = Id,
            Status = from,
            VolumeMounts = [new("local", 20, "/workspace"), new("network", 100, "/old", "vol-0")],
        });

        Assert.Equal("{}", (await cloud.PostAsync("instance/upgrade", Requests.Upgrade(Id))).Body);

        await FollowAsync(cloud, Id, "toReset", [(1, "resetting"), (20, "running")]);
        var reply = (await cloud.GetInstanceAsync(Id)).Json;
        Assert.Equal("docker.io/library/debian:13", (string?)reply["imageUrl"]);
        Assert.Equal("sleep 1", (string?)reply["command"]);
        Assert.Equal("/bin/sh", (string?)reply["entrypoint"]);
        Assert.Equal("""[{"key":"A","value":"b"}]""", reply["envs"]!.ToJsonString());
        Assert.Equal(
            """[{"type":"local","size":20,"mountPath":"/workspace"},{"type":"network","id":"vol-1","mountPath":"/data"}]""",
            reply["volumeMounts"]!.ToJsonString());
    }

    [Fact]
    public async Task An_edit_is_done_at_once_and_keeps_the_state()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id, PortMappings = [new(22, "tcp")], RootfsSize = 60 });

        var reply = await cloud.PostAsync("instance/edit", JsonNode.Parse(
            $$"""{"instanceId":"{{Id}}","ports":[{"port":8888,"type":"http"}],"expandRootDisk":40}"""));

        Assert.Equal((200, "{}"), (reply.Status, reply.Body));
        var instance = cloud.Service.Fleet.Find(Id)!;
        Assert.Equal(new SimulatedPort(8888, "http"), Assert.Single(instance.PortMappings));
        Assert.Equal(100, instance.RootfsSize);
        Assert.Equal("running", instance.Status);
    }

    [Fact]
    public async Task An_edit_without_ports_keeps_them_and_one_with_none_removes_them()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id, PortMappings = [new(22, "tcp")] });

        await cloud.PostAsync("instance/edit", new JsonObject { ["instanceId"] = Id, ["expandRootDisk"] = 1 });
        Assert.Single(cloud.Service.Fleet.Find(Id)!.PortMappings);

        await cloud.PostAsync("instance/edit", new JsonObject { ["instanceId"] = Id, ["ports"] = new JsonArray() });
        Assert.Empty(cloud.Service.Fleet.Find(Id)!.PortMappings);
    }

    [Fact]
    public async Task A_deleted_instance_leaves_list_count_and_get_together()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id }, new SimulatedInstance { Id = "b" });
        await cloud.ActAsync("delete", Id);

        cloud.Pass(65.9);
        Assert.Equal(2, cloud.Service.Fleet.Count);
        Assert.Equal("removed", await cloud.StatusAsync(Id));

        cloud.Pass(0.1);
        Assert.Equal(1, cloud.Service.Fleet.Count);
        Assert.Equal("b", Assert.Single((await cloud.GetAsync("instances")).Json["instances"]!.AsArray())!["id"]!.ToString());
        Assert.Null(cloud.Service.Fleet.Find(Id));
    }

    [Fact]
    public async Task Whoever_looks_after_a_hundred_hours_sees_the_end_with_the_times_at_which_it_came()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "b", Status = "exited" });
        var begun = cloud.Time.GetUtcNow();
        var id = (await cloud.PostAsync("instance/create", Requests.Gpu)).Text("id")!;
        await cloud.ActAsync("start", "b");

        cloud.Time.Advance(TimeSpan.FromHours(100));

        Assert.Equal("running", cloud.Service.Fleet.Find(id)!.Status);
        Assert.Equal(begun.AddSeconds(26), cloud.Service.Fleet.Find(id)!.LastStartedAt);
        Assert.Equal(begun.AddSeconds(11), cloud.Service.Fleet.Find("b")!.LastStartedAt);
        Assert.Equal("running", await cloud.StatusAsync("b"));
    }

    [Fact]
    public async Task Every_look_makes_what_is_due_happen()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id, Status = "exited" });
        await cloud.ActAsync("start", Id);

        cloud.Pass(1);
        Assert.Equal("starting", cloud.Service.Fleet.Snapshot()[0].Status);
        cloud.Pass(10);
        Assert.Equal("running", (string?)(await cloud.GetAsync("instances?status=running")).Json["instances"]![0]!["status"]);
    }

    [Fact]
    public async Task A_status_that_no_action_led_to_stays()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id, Status = "toStart" });

        cloud.Time.Advance(TimeSpan.FromHours(100));

        Assert.Equal("toStart", await cloud.StatusAsync(Id));
    }

    [Fact]
    public async Task A_status_that_a_test_sets_ends_the_action()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id, Status = "exited" });
        await cloud.ActAsync("start", Id);
        cloud.Service.Fleet.Update(Id, instance => instance with { Status = "freezing" });

        cloud.Pass(1000);

        Assert.Equal("freezing", await cloud.StatusAsync(Id));
    }

    [Fact]
    public async Task A_later_action_takes_the_place_of_the_one_under_way()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = Id, Status = "exited" });
        await cloud.ActAsync("start", Id);
        cloud.Pass(5);
        await cloud.ActAsync("delete", Id);

        await FollowAsync(cloud, Id, "toRemove", [(1, "removing"), (5, "removed"), (60, "RESOURCE_NOT_FOUND")]);
    }

    [Fact]
    public async Task Instant_actions_are_over_by_the_next_look()
    {
        await using var cloud = await Cloud.StartAsync(
            time => new() { Instances = 0, TimeProvider = time, Lifecycle = Lifecycle.Instant },
            new SimulatedInstance { Id = Id, Status = "exited" });

        Assert.Equal("toStart", (await cloud.ActAsync("start", Id)).Text("state"));
        Assert.Equal("running", await cloud.StatusAsync(Id));
        await cloud.ActAsync("stop", Id);
        Assert.Equal("exited", await cloud.StatusAsync(Id));
        await cloud.ActAsync("delete", Id);
        Assert.Equal(0, cloud.Service.Fleet.Count);
    }

    [Fact]
    public async Task Times_can_be_set_and_sped_up()
    {
        var lifecycle = new Lifecycle { Starting = TimeSpan.FromSeconds(100) }.Faster(10);
        await using var cloud = await Cloud.StartAsync(
            time => new() { Instances = 0, TimeProvider = time, Lifecycle = lifecycle },
            new SimulatedInstance { Id = Id, Status = "exited" });
        await cloud.ActAsync("start", Id);

        await FollowAsync(cloud, Id, "toStart", [(0.1, "starting"), (10, "running")]);
    }

    private static async Task FollowAsync(Cloud cloud, string id, string first, (double After, string Status)[] steps)
    {
        var status = first;
        foreach (var step in steps)
        {
            cloud.Time.Advance(TimeSpan.FromSeconds(step.After) - TimeSpan.FromTicks(1));
            Assert.Equal(status, await cloud.StatusAsync(id));
            cloud.Time.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(step.Status, await cloud.StatusAsync(id));
            status = step.Status;
        }
    }
}
