using System.Text.Json.Nodes;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>What is refused because of the state an instance is in.</summary>
public sealed class StateRuleTests
{
    private static readonly string[] s_statuses =
    [
        "toCreate", "creating", "pulling", "running", "toStart", "starting", "toStop", "stopping", "exited", "toRestart", "restarting",
        "toRemove", "removing", "removed", "toReset", "resetting", "migrating", "freezing",
    ];

    [Theory]
    [InlineData("start", "exited")]
    [InlineData("stop", "running")]
    [InlineData("restart", "running")]
    [InlineData("migrate", "running", "exited")]
    [InlineData("upgrade", "running", "exited")]
    public async Task An_action_begins_from_its_states_only(string action, params string[] allowed)
    {
        await using var cloud = await Cloud.StartAsync([.. s_statuses.Select(status => new SimulatedInstance { Id = status, Status = status })]);

        foreach (var status in s_statuses)
        {
            var answer = action == "upgrade"
                ? await cloud.PostAsync("instance/upgrade", Requests.Upgrade(status))
                : await cloud.ActAsync(action, status);
            var expected = allowed.Contains(status) ? (200, null) : (400, "invalid state change");
            Assert.Equal(expected, (answer.Status, answer.Status == 200 ? null : answer.Text("message")));
        }

        Assert.Equal(
            s_statuses.Except(allowed),
            cloud.Service.Fleet.Snapshot().Where(instance => instance.Id == instance.Status).Select(instance => instance.Id));
    }

    [Fact]
    public async Task A_refused_state_has_the_reason_that_was_chosen()
    {
        await using var cloud = await Cloud.StartAsync(
            time => new() { Instances = 0, TimeProvider = time, InvalidStateReason = "CONFLICT" },
            new SimulatedInstance { Id = "a" });

        Assert.Equal("CONFLICT", (await cloud.ActAsync("start", "a")).Text("reason"));
        Assert.Equal("OPERATION_LIMIT", new SimulatorOptions().InvalidStateReason);
    }

    [Fact]
    public async Task Anything_but_what_is_being_deleted_can_be_deleted()
    {
        await using var cloud = await Cloud.StartAsync([.. s_statuses.Select(status => new SimulatedInstance { Id = status, Status = status })]);

        foreach (var status in s_statuses.Except(["removed"]))
        {
            var answer = await cloud.ActAsync("delete", status);
            Assert.Equal((200, ""), (answer.Status, answer.Body));
            Assert.Equal("invalid state change", (await cloud.ActAsync("delete", status)).Text("message"));
        }

        Assert.Equal("RESOURCE_NOT_FOUND", (await cloud.ActAsync("delete", "removed")).Text("reason"));
    }

    [Fact]
    public async Task Nothing_can_be_done_with_what_is_not_there()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "gone" });
        await cloud.ActAsync("delete", "gone");
        cloud.Pass(66);

        foreach (var id in new[] { "gone", "never" })
        {
            foreach (var action in new[] { "start", "stop", "restart", "delete", "migrate", "edit" })
            {
                var answer = await cloud.ActAsync(action, id);
                Assert.Equal((400, "RESOURCE_NOT_FOUND"), (answer.Status, answer.Text("reason")));
            }

            Assert.Equal("RESOURCE_NOT_FOUND", (await cloud.PostAsync("instance/upgrade", Requests.Upgrade(id))).Text("reason"));
            Assert.Equal("RESOURCE_NOT_FOUND", await cloud.StatusAsync(id));
        }
    }

    [Fact]
    public async Task A_subscription_cannot_be_deleted_before_its_end()
    {
        await using var cloud = await Cloud.StartAsync();
        var id = (await cloud.PostAsync("instance/create", Requests.Gpu.With("month", 1))).Text("id")!;

        Assert.Equal("PREPAID_INSTANCE_NOT_SUPPORT_RELEASE", (await cloud.ActAsync("delete", id)).Text("reason"));
        Assert.Equal("toCreate", await cloud.StatusAsync(id));

        cloud.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(200, (await cloud.ActAsync("delete", id)).Status);
    }

    [Fact]
    public async Task What_is_being_removed_cannot_be_edited()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        await cloud.ActAsync("delete", "a");

        var answer = await cloud.PostAsync("instance/edit", new JsonObject { ["instanceId"] = "a", ["expandRootDisk"] = 1 });

        Assert.Equal("invalid state change", answer.Text("message"));
    }

    [Theory]
    [InlineData("instance/start/")]
    [InlineData("Instance/start")]
    [InlineData("instance/rename")]
    public async Task Other_paths_do_not_exist(string path)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });

        Assert.Equal(404, (await cloud.PostAsync(path, new JsonObject { ["instanceId"] = "a" })).Status);
        Assert.Equal(404, (await cloud.GetAsync("instance/start?instanceId=a")).Status);
        Assert.Equal("exited", await cloud.StatusAsync("a"));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_done()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var content = new StringContent("""{"instanceId":"a"}""", null, "application/json");

        using var response = await stranger.PostAsync(new Uri(cloud.Service.Endpoint, "/gpu-instance/openapi/v1/gpu/instance/stop"), content);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("running", await cloud.StatusAsync("a"));
    }
}
