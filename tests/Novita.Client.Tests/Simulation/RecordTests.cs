using System.Text.Json.Nodes;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>What the log keeps of requests that change something.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task A_body_is_kept_to_the_letter_and_the_requests_that_change_something_are_apart()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });
        using var content = new StringContent("{ \"instanceId\" : \"a\" }", null, "application/json");

        await cloud.GetAsync("instances");
        using (await cloud.SendAsync("instance/start", content))
        {
        }

        var request = Assert.Single(cloud.Service.Requests.Changing);
        Assert.Equal("{ \"instanceId\" : \"a\" }", request.Body);
        Assert.EndsWith("/gpu/instance/start", request.Path, StringComparison.Ordinal);
        Assert.Equal(200, request.Status);
        Assert.Equal(["", request.Body], cloud.Service.Requests.Select(each => each.Body));
    }

    [Fact]
    public async Task Of_a_very_long_body_only_the_beginning_is_kept()
    {
        await using var cloud = await Cloud.StartAsync();

        var answer = await cloud.PostAsync("instance/create", Requests.Gpu.With("name", new string('x', 1_000_000)));

        Assert.Equal(400, answer.Status);
        Assert.Equal(64 * 1024, cloud.Service.Requests.Single().Body.Length);
    }

    [Fact]
    public async Task A_body_beyond_all_measure_is_refused()
    {
        await using var cloud = await Cloud.StartAsync();

        Assert.Equal(413, (await cloud.PostAsync("instance/create", new JsonObject { ["name"] = new string('x', 5_000_000) })).Status);
    }
}
