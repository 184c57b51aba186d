using Microsoft.Extensions.Time.Testing;
using Novita.Simulator.Generation;

namespace Novita.Simulator.Tests;

/// <summary>A fleet that tests change by hand and by script.</summary>
public sealed class FleetTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Fleet _fleet;

    public FleetTests() =>
        _fleet = new([new() { Id = "b" }, new() { Id = "a", Status = "exited" }], new SimulatorOptions { TimeProvider = _time });

    [Fact]
    public void New_instances_come_first_and_each_change_is_seen()
    {
        _fleet.Add(new() { Id = "c" });

        Assert.True(_fleet.Remove("b"));
        Assert.False(_fleet.Remove("b"));
        Assert.True(_fleet.Update("a", instance => instance with { Name = $"{_fleet.Count}" }));
        Assert.False(_fleet.Replace(new() { Id = "b" }));
        Assert.Equal(["c", "a"], _fleet.Snapshot().Select(instance => instance.Id));
        Assert.Equal("2", _fleet.Find("a")!.Name);
    }

    [Fact]
    public void A_status_that_is_set_or_loaded_by_hand_ends_the_action_under_way()
    {
        _fleet.Begin("a", InstanceAction.Start);
        _fleet.Begin("b", InstanceAction.Stop);
        _fleet.Update("b", instance => instance with { Status = "freezing" });
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["freezing", "running"], _fleet.Snapshot().Select(instance => instance.Status));

        _fleet.Begin("a", InstanceAction.Start);
        _fleet.Load([new() { Id = "a", Status = "toStart" }]);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("toStart", Assert.Single(_fleet.Snapshot()).Status);
    }

    [Fact]
    public void A_script_runs_in_order_of_its_times_on_the_fleet_of_that_time()
    {
        var seen = new List<string>();
        _fleet.Begin("a", InstanceAction.Start);
        _fleet.At(TimeSpan.FromSeconds(20), fleet => seen.Add($"20 {fleet.Find("a")!.Status}"));
        _fleet.At(TimeSpan.FromSeconds(5), fleet =>
        {
            seen.Add($"5 {fleet.Find("a")!.Status}");
            fleet.At(TimeSpan.FromSeconds(1), later => later.Remove("b"));
        });

        _time.Advance(TimeSpan.FromHours(100));

        Assert.Equal("a", Assert.Single(_fleet.Snapshot()).Id);
        Assert.Equal(["5 starting", "20 running"], seen);
    }

    [Fact]
    public void A_spot_instance_is_taken_back_at_the_time_of_its_last_notice()
    {
        _fleet.Update("b", instance => instance with { BillingMode = "spot", SpotStatus = "running" });
        _fleet.NotifySpot("b", TimeSpan.FromSeconds(100));
        _fleet.NotifySpot("b", TimeSpan.FromSeconds(200));

        foreach (var (after, status, spot) in new[]
            { (199, "running", "notified"), (1, "running", "reclaiming"), (10, "exited", "terminated") })
        {
            _time.Advance(TimeSpan.FromSeconds(after));
            Assert.Equal((status, spot), (_fleet.Find("b")!.Status, _fleet.Find("b")!.SpotStatus));
        }
    }

    [Fact]
    public async Task A_large_fleet_is_read_from_one_view_and_an_action_writes_no_other_instance_again()
    {
        var fleet = new Fleet(new FleetGenerator(1, _time.GetUtcNow()).Generate(20_000), new SimulatorOptions());
        var before = fleet.Snapshot();
        var view = fleet.View;
        Assert.Same(view, fleet.View);

        var running = before.Where(instance => instance.Status == "running").Take(200).Select(instance => instance.Id).ToHashSet();
        await Task.WhenAll(running.Select(id => Task.Run(() => fleet.Begin(id, InstanceAction.Stop))));

        var changed = before.Zip(fleet.Snapshot()).Where(pair => !ReferenceEquals(pair.First, pair.Second));
        Assert.Equal(running, changed.Select(pair => pair.Second.Id).ToHashSet());
    }

    [Fact]
    public void The_program_takes_a_speed_and_refuses_an_unknown_option()
    {
        Assert.Equal(10, new CommandLine(["--speed", "10"]).ToOptions().Lifecycle.Speed);
        Assert.Throws<FormatException>(() => new CommandLine(["--speed", "0"]).ToOptions());
        Assert.Throws<FormatException>(() => new CommandLine(["--sped", "1"]));
    }
}
