using System.Text.Json.Nodes;

namespace Novita.Simulator.Tests;

/// <summary>The table of states: from where an action begins, and through which states it leads by the clock.</summary>
public sealed class StateTests
{
    private static readonly string[] s_statuses =
    [
        "toCreate", "creating", "pulling", "running", "toStart", "starting", "toStop", "stopping", "exited", "toRestart", "restarting",
        "toRemove", "removing", "removed", "toReset", "resetting", "migrating", "freezing",
    ];

    public static TheoryData<string, string[], (double After, string Status)[]> Actions() => new()
    {
        { "start", ["exited"], [(0, "toStart"), (1, "starting"), (10, "running"), (1000, "running")] },
        { "stop", ["running"], [(0, "toStop"), (1, "stopping"), (5, "exited"), (1000, "exited")] },
        { "restart", ["running"], [(0, "toRestart"), (1, "restarting"), (10, "running")] },
        { "migrate", ["exited", "running"], [(0, "migrating"), (30, "running")] },
        { "upgrade", ["exited", "running"], [(0, "toReset"), (1, "resetting"), (20, "running")] },
        { "delete", [.. s_statuses.Except(["removed"])], [(0, "toRemove"), (1, "removing"), (5, "removed"), (60, "RESOURCE_NOT_FOUND")] },
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task An_action_begins_from_its_states_only_and_leads_through_its_states_not_a_moment_too_early(
        string action, string[] from, (double After, string Status)[] course)
    {
        await using var cloud = await Cloud.StartAsync(
            [.. s_statuses.Select(status => new SimulatedInstance { Id = status, Status = status })]);

        foreach (var status in s_statuses)
        {
            var reason = from.Contains(status) ? null : action == "delete" ? "RESOURCE_NOT_FOUND" : "OPERATION_LIMIT";
            Assert.Equal(reason, (await cloud.ActAsync(action, status)).Reason);
        }

        var before = course[0].Status;

        foreach (var (after, status) in course)
        {
            cloud.Time.Advance(TimeSpan.FromTicks(Math.Max(0, TimeSpan.FromSeconds(after).Ticks - 1)));
            Assert.Equal(before, await cloud.StatusAsync(from[0]));
            cloud.Time.Advance(TimeSpan.FromTicks(after > 0 ? 1 : 0));
            Assert.Equal(status, await cloud.StatusAsync(from[0]));
            before = status;
        }

        Assert.Equal(action == "delete" ? 1 : s_statuses.Length, cloud.Service.Fleet.Count);
    }

    [Fact]
    public async Task A_new_instance_is_created_pulled_and_run_and_keeps_the_times_of_it()
    {
        await using var cloud = await Cloud.StartAsync();
        var begun = cloud.Time.GetUtcNow();
        var id = (string)(await cloud.PostAsync("gpu/instance/create", Requests.Gpu)).Json["id"]!;

        foreach (var (after, status) in new[] { (0, "toCreate"), (1, "creating"), (5, "pulling"), (20, "running") })
        {
            cloud.Pass(after);
            Assert.Equal(status, await cloud.StatusAsync(id));
        }

        cloud.Time.Advance(TimeSpan.FromHours(100));
        Assert.Equal(begun.AddSeconds(26), cloud.Service.Fleet.Find(id)!.LastStartedAt);
    }

    [Fact]
    public async Task An_edit_changes_the_settings_at_once_and_keeps_the_state()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", PortMappings = [new(22, "tcp")] });

        await cloud.PostAsync("gpu/instance/edit", JsonNode.Parse("""{"instanceId":"a","expandRootDisk":40}"""));
        Assert.Single(cloud.Service.Fleet.Find("a")!.PortMappings);
        await cloud.PostAsync("gpu/instance/edit", JsonNode.Parse("""{"instanceId":"a","ports":[]}"""));

        var instance = cloud.Service.Fleet.Find("a")!;
        Assert.Equal((100, 0, "running"), (instance.RootfsSize, instance.PortMappings.Length, instance.Status));
    }

    [Fact]
    public async Task An_instance_that_runs_shows_another_password_after_every_start_and_none_while_it_is_stopped()
    {
        await using var cloud = await Cloud.StartAsync(
            time => new() { Instances = 0, TimeProvider = time, Lifecycle = Lifecycle.Instant },
            new SimulatedInstance { Id = "a", PortMappings = [new(22, "tcp")] });
        var seen = new HashSet<string>();

        for (var start = 0; start < 3; start++)
        {
            var answer = await cloud.GetAsync("gpu/instance?instanceId=a");
            Assert.True(seen.Add((string)answer.Json["connectComponentSSH"]!["password"]!));
            await cloud.ActAsync("restart", "a");
        }

        await cloud.ActAsync("stop", "a");
        var stopped = await cloud.GetAsync("gpu/instance?instanceId=a");
        Assert.Superset(seen, cloud.Service.Fleet.Find("a")!.Secrets.ToHashSet());
        Assert.All(seen, secret => Assert.DoesNotContain(secret, stopped.Body, StringComparison.Ordinal));
    }
}
