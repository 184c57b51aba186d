using Novita.Client.Tests.Fixtures;
using Novita.Client.Watching;

namespace Novita.Client.Tests.Watching;

/// <summary>Which differences between two looks are changes, and what they show.</summary>
public sealed class WatchedInstanceTests
{
    /// <summary>Each property: the member of the reply, two values of it, and what a change between them shows.</summary>
    private static readonly Dictionary<string, (string Member, string Before, string After, object? Old, object? New)> s_changes = new()
    {
        ["Name"] = ("name", "\"one\"", "\"two\"", "one", "two"),
        ["Status"] = ("status", "\"running\"", "\"exited\"", "running", "exited"),
        ["StatusError"] = ("statusError", "null", "{\"state\":\"s\",\"message\":\"m\"}", null, "s: m"),
        ["SpotStatus"] = ("spotStatus", "\"\"", "\"notified\"", null, "notified"),
        ["SpotReclaimTime"] = ("spotReclaimTime", "\"0\"", "\"1767225600\"", null, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).ToLocalTime()),
        ["BillingMode"] = ("billingMode", "\"onDemand\"", "\"monthly\"", "onDemand", "monthly"),
        ["EndTime"] = ("endTime", "\"1767225600\"", "\"-1\"", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).ToLocalTime(), null),
        ["ClusterId"] = ("clusterId", "\"1\"", "\"2\"", "1", "2"),
        ["ClusterName"] = ("clusterName", "\"one\"", "\"two\"", "one", "two"),
        ["ProductId"] = ("productId", "\"1\"", "\"2\"", "1", "2"),
        ["ProductName"] = ("productName", "\"one\"", "\"two\"", "one", "two"),
        ["ImageUrl"] = ("imageUrl", "\"one\"", "\"two\"", "one", "two"),
        ["ImageAuthId"] = ("imageAuthId", "\"one\"", "null", "one", null),
        ["Command"] = ("command", "\"one\"", "\"One\"", "one", "One"),
        ["Entrypoint"] = ("entrypoint", "\"one\"", "\"two\"", "one", "two"),
        ["CpuNum"] = ("cpuNum", "\"1\"", "\"2\"", 1m, 2m),
        ["Memory"] = ("memory", "1", "2", 1m, 2m),
        ["GpuNum"] = ("gpuNum", "null", "0", null, 0),
        ["RootfsSize"] = ("rootfsSize", "60", "100", 60, 100),
        ["PortMappings"] = ("portMappings", "[{\"port\":22,\"type\":\"tcp\"}]", "[{\"port\":22,\"type\":\"tcp\"},{\"port\":80,\"type\":\"http\"}]", "22/tcp", "22/tcp, 80/http"),
        ["VolumeMounts"] = ("volumeMounts", "[]", "[{\"type\":\"local\",\"size\":\"30\",\"mountPath\":\"/w\"}]", "", "local 30 GB /w"),
        ["Envs"] = ("envs", "[{\"key\":\"A\",\"value\":\"hunter1\"}]", "[{\"key\":\"A\",\"value\":\"hunter2\"},{\"key\":\"B\"}]", "A", "A, B"),
        ["Kind"] = ("kind", "\"gpu\"", "\"cpu\"", "gpu", "cpu"),
    };

    public static TheoryData<string> Properties => [.. WatchedInstances.All.Properties.Select(property => property.Name)];

    [Fact]
    public void Every_property_that_the_list_documents_is_watched() => Assert.Equal(
        typeof(Instance).GetProperties().Select(property => property.Name).Except(["Id", "SessionName"]).Order(),
        WatchedInstances.All.Properties.Select(property => property.Name).Order());

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task A_change_of_one_is_told_once_with_what_it_was_and_what_it_is(string property)
    {
        var (member, before, after, old, @new) = s_changes[property];
        var run = new WatchRun();
        Assert.Empty(await run.LookAsync($"\"id\":\"a\",\"{member}\":{before}", "\"id\":\"b\""));

        var change = Assert.Single(await run.LookAsync($"\"id\":\"a\",\"{member}\":{after}", "\"id\":\"b\""));

        Assert.Equal(("a", property, old, @new), (change.Id, change.Property, change.Old, change.New));
        Assert.Equal(run.Clock.UtcNow, change.Time.ToUniversalTime());
        Assert.Equal(DateTimeKind.Local, change.Time.Kind);
        Assert.Empty(await run.LookAsync($"\"id\":\"a\",\"{member}\":{after}", "\"id\":\"b\""));
        Assert.Equal((old, @new), await BackAsync(run, member, before));
    }

    [Fact]
    public Task Where_a_port_is_reached_and_what_no_contract_knows_do_not_count() => AssertSameAsync(
        "\"id\":\"a\",\"portMappings\":[{\"port\":22,\"type\":\"tcp\",\"endpoint\":\"one:1\"}],\"useTime\":\"1\"",
        "\"id\":\"a\",\"portMappings\":[{\"port\":22,\"type\":\"tcp\",\"endpoint\":\"two:2\"}],\"useTime\":\"2\",\"sshPassword\":\"p\"",
        "\"id\":\"a\",\"portMappings\":[{\"port\":22,\"type\":\"tcp\",\"endpoint\":\"\"}]");

    [Theory]
    [InlineData("[{\"key\":\"A\",\"value\":\"hunter1\"}]", "[{\"key\":\"A\",\"value\":\"hunter2\"}]", "A")]
    [InlineData("[{\"key\":\"A\",\"value\":\"1\\nB=2\"}]", "[{\"key\":\"A\",\"value\":\"1\"},{\"key\":\"B\",\"value\":\"2\"}]", "A, B")]
    public async Task A_variable_with_another_value_is_a_change_that_shows_names_alone(string before, string after, string names)
    {
        var run = new WatchRun();
        await run.LookAsync($"\"id\":\"a\",\"envs\":{before}");

        var change = Assert.Single(await run.LookAsync($"\"id\":\"a\",\"envs\":{after}"));

        Assert.Equal(("Envs", "A", names), (change.Property, change.Old, change.New));
        Assert.DoesNotContain("hunter", change.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_storage_in_the_same_place_is_a_change()
    {
        var run = new WatchRun();
        await run.LookAsync("\"id\":\"a\",\"volumeMounts\":[{\"type\":\"network\",\"size\":\"500\",\"id\":\"vol-1\",\"mountPath\":\"/data\"}]");

        Assert.Equal("VolumeMounts", Assert.Single(await run.LookAsync("\"id\":\"a\",\"volumeMounts\":[{\"type\":\"network\",\"size\":500,\"id\":\"vol-2\",\"mountPath\":\"/data\"}]")).Property);
    }

    /// <summary>Changes it back, and gives what that shows, the other way round.</summary>
    private static async Task<(object? Old, object? New)> BackAsync(WatchRun run, string member, string before)
    {
        var change = Assert.Single(await run.LookAsync($"\"id\":\"a\",\"{member}\":{before}", "\"id\":\"b\""));
        return (change.New, change.Old);
    }

    private static async Task AssertSameAsync(params string[] rows)
    {
        var run = new WatchRun();
        foreach (var row in rows)
        {
            Assert.Empty(await run.LookAsync(row));
        }
    }
}
