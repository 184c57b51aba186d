using System.Text.Json;
using System.Text.Json.Nodes;
using Novita.Client.Watching;

namespace Novita.Client.Tests.Watching;

/// <summary>Which differences between two looks are changes, and what they show.</summary>
public sealed class WatchedInstanceTests
{
    public static TheoryData<string> Properties => [.. WatchedInstances.All.Properties.Select(property => property.Name)];

    [Fact]
    public void Every_property_that_the_list_documents_is_watched() => Assert.Equal(
        typeof(Instance).GetProperties().Select(property => property.Name).Except(["Id", "SessionName"]).Order(),
        WatchedInstances.All.Properties.Select(property => property.Name).Order());

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task A_change_of_a_property_is_told_once_with_what_it_was_and_what_it_is(string property)
    {
        var run = new WatchRun();
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Instance.json"));
        var sample = JsonNode.Parse(file)!["instances"]![0]!.AsObject();
        var after = WatchRun.Instances(Members(sample))[0];
        sample.Remove(JsonNamingPolicy.CamelCase.ConvertName(property));
        var before = WatchRun.Instances(Members(sample))[0];
        Assert.Empty(await run.LookAtAsync([before]));

        var change = Assert.Single(await run.LookAtAsync([after]));

        Assert.Equal((after.Id, property, Shown(before), Shown(after)), (change.Id, change.Property, change.Old, change.New));
        Assert.Equal(run.Clock.UtcNow, change.Time.ToUniversalTime());
        Assert.Equal(DateTimeKind.Local, change.Time.Kind);
        Assert.Empty(await run.LookAtAsync([after]));
        var back = Assert.Single(await run.LookAtAsync([before]));
        Assert.Equal((change.New, change.Old), (back.Old, back.New));

        // Numbers, texts and times are shown as they are, all else as text.
        object? Shown(Instance instance) => typeof(Instance).GetProperty(property)!.GetValue(instance) switch
        {
            null or string or decimal or int or DateTime => typeof(Instance).GetProperty(property)!.GetValue(instance),
            var value => $"{value}",
        };

        static string Members(JsonObject row) => row.ToJsonString()[1..^1];
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

    private static async Task AssertSameAsync(params string[] rows)
    {
        var run = new WatchRun();
        foreach (var row in rows)
        {
            Assert.Empty(await run.LookAsync(row));
        }
    }
}
