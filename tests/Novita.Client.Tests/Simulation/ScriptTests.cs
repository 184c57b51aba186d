using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>What is scheduled for a time.</summary>
public sealed class ScriptTests
{
    [Fact]
    public async Task Things_happen_in_order_of_their_times_each_on_the_fleet_of_that_time()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });
        var fleet = cloud.Service.Fleet;
        var seen = new List<string>();
        fleet.At(TimeSpan.FromSeconds(20), now => seen.Add($"20 {now.Find("a")!.Status}"));
        fleet.At(cloud.Time.GetUtcNow().AddSeconds(5), now => seen.Add($"5 {now.Find("a")!.Status}"));
        fleet.At(TimeSpan.FromSeconds(20), now => seen.Add($"20 again {now.Snapshot()[0].Status}"));
        await cloud.ActAsync("start", "a");

        cloud.Pass(4.9);
        Assert.Equal(1, fleet.Count);
        Assert.Empty(seen);

        cloud.Time.Advance(TimeSpan.FromHours(100));
        Assert.Empty(seen);
        Assert.Equal("running", fleet.Find("a")!.Status);
        Assert.Equal(["5 starting", "20 running", "20 again running"], seen);
    }

    [Fact]
    public async Task What_is_begun_then_goes_on_from_then()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        var begun = cloud.Time.GetUtcNow();
        cloud.Service.Fleet.At(TimeSpan.FromSeconds(100), fleet =>
        {
            fleet.Begin("a", InstanceAction.Stop);
            fleet.Add(new SimulatedInstance { Id = "b" });
            fleet.At(TimeSpan.FromSeconds(50), later => later.Remove("b"));
        });

        cloud.Pass(149.9);
        Assert.Equal(["b", "a"], cloud.Service.Fleet.Snapshot().Select(instance => instance.Id));
        Assert.Equal(begun.AddSeconds(106), cloud.Service.Fleet.Find("a")!.LastStoppedAt);

        cloud.Pass(0.1);
        Assert.Equal(1, cloud.Service.Fleet.Count);
    }

    [Fact]
    public async Task A_script_that_fails_does_so_once_and_the_rest_goes_on()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        var fleet = cloud.Service.Fleet;
        fleet.At(TimeSpan.FromSeconds(1), _ => throw new InvalidOperationException("broken"));
        fleet.At(TimeSpan.FromSeconds(2), now => now.Remove("a"));
        cloud.Pass(3);

        Assert.Throws<InvalidOperationException>(() => fleet.Count);

        Assert.Equal(0, fleet.Count);
    }

    [Fact]
    public async Task A_spot_instance_is_taken_back_at_the_time_it_was_told()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", BillingMode = "spot", SpotStatus = "running" });
        var time = cloud.Time.GetUtcNow().AddMinutes(10);

        Assert.True(cloud.Service.Fleet.NotifySpot("a", TimeSpan.FromMinutes(10)));
        Assert.False(cloud.Service.Fleet.NotifySpot("b", TimeSpan.FromMinutes(10)));

        Assert.Equal(("running", "notified", time), Spot(cloud));
        cloud.Pass(599.9);
        Assert.Equal(("running", "notified", time), Spot(cloud));
        cloud.Pass(0.1);
        Assert.Equal(("running", "reclaiming", time), Spot(cloud));
        cloud.Pass(10);
        Assert.Equal(("exited", "terminated", time), Spot(cloud));
        var listed = (await cloud.GetAsync("instances")).Json["instances"]![0]!;
        Assert.Equal($"{time.ToUnixTimeSeconds()}", (string?)listed["spotReclaimTime"]);

        await cloud.ActAsync("start", "a");
        cloud.Pass(11);
        Assert.Equal(("running", "running", null), Spot(cloud));
    }

    [Fact]
    public async Task The_last_notice_counts()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", BillingMode = "spot", SpotStatus = "running" });
        cloud.Service.Fleet.NotifySpot("a", TimeSpan.FromSeconds(100));
        cloud.Service.Fleet.NotifySpot("a", TimeSpan.FromSeconds(200));

        cloud.Pass(199);
        Assert.Equal("notified", cloud.Service.Fleet.Find("a")!.SpotStatus);
        cloud.Pass(1);
        Assert.Equal("reclaiming", cloud.Service.Fleet.Find("a")!.SpotStatus);
    }

    [Fact]
    public async Task What_is_removed_is_not_taken_back()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", BillingMode = "spot", SpotStatus = "running" });
        cloud.Service.Fleet.NotifySpot("a", TimeSpan.FromSeconds(3));
        await cloud.ActAsync("delete", "a");

        cloud.Pass(20);

        Assert.Equal("removed", await cloud.StatusAsync("a"));
    }

    [Fact]
    public async Task An_outage_begins_and_ends_by_the_clock()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        var now = cloud.Time.GetUtcNow();
        cloud.Service.Outage(now.AddSeconds(10), now.AddSeconds(20));

        Assert.Equal(200, (await cloud.GetAsync("instances")).Status);
        cloud.Pass(10);
        var down = await cloud.ActAsync("stop", "a");
        Assert.Equal(503, down.Status);
        Assert.StartsWith("<html>", down.Body, StringComparison.Ordinal);
        Assert.Equal(503, (await cloud.GetAsync("instances")).Status);
        Assert.Equal("running", cloud.Service.Fleet.Find("a")!.Status);
        cloud.Pass(10);
        Assert.Equal(200, (await cloud.ActAsync("stop", "a")).Status);
        Assert.Equal([200, 503, 503, 200], cloud.Service.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task A_throttle_says_when_to_come_back()
    {
        await using var cloud = await Cloud.StartAsync();
        cloud.Service.Throttle(TimeSpan.FromSeconds(30));
        cloud.Pass(10.5);

        var answer = await cloud.GetAsync("instances");

        Assert.Equal((429, "RATE_LIMIT_EXCEEDED", 20), (answer.Status, answer.Text("reason"), answer.RetryAfter!.Value.TotalSeconds));
        cloud.Pass(20);
        Assert.Equal(200, (await cloud.GetAsync("instances")).Status);

        cloud.Service.Throttle(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(2));
        Assert.Equal(2, (await cloud.GetAsync("instances")).RetryAfter!.Value.TotalSeconds);
    }

    private static (string, string?, DateTimeOffset?) Spot(Cloud cloud)
    {
        var instance = cloud.Service.Fleet.Find("a")!;
        return (instance.Status, instance.SpotStatus, instance.SpotReclaimTime);
    }
}
