using Microsoft.Extensions.Time.Testing;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>A fleet that tests change by hand.</summary>
public sealed class FleetTests
{
    [Fact]
    public void New_instances_come_first_and_each_change_is_seen()
    {
        var fleet = new Fleet([new() { Id = "b" }, new() { Id = "a" }]);

        fleet.Add(new() { Id = "c" });
        Assert.True(fleet.Remove("b"));
        Assert.False(fleet.Remove("b"));
        fleet.Add(new() { Id = "d" });
        Assert.True(fleet.Update("a", instance => instance with { Name = "new" }));
        Assert.False(fleet.Replace(new() { Id = "b" }));

        Assert.Equal(["d", "c", "a"], fleet.Snapshot().Select(instance => instance.Id));
        Assert.Equal("new", fleet.Find("a")!.Name);
        Assert.Null(fleet.Find("b"));
        Assert.Equal(3, fleet.Count);
    }

    [Fact]
    public void An_id_that_comes_twice_stands_for_the_newer_one_until_that_is_gone()
    {
        var fleet = new Fleet([new() { Id = "a", Name = "new" }, new() { Id = "b" }, new() { Id = "a", Name = "old" }]);

        Assert.Equal("new", fleet.Find("a")!.Name);
        fleet.Remove("a");
        Assert.Equal("old", fleet.Find("a")!.Name);
        Assert.Equal(2, fleet.Count);
        fleet.Remove("a");
        Assert.Null(fleet.Find("a"));
        Assert.Equal("b", Assert.Single(fleet.Snapshot()).Id);
    }

    [Fact]
    public void What_is_loaded_has_no_action_under_way()
    {
        var time = new FakeTimeProvider();
        var fleet = new Fleet([new() { Id = "a", Status = "exited" }], new SimulatorOptions { TimeProvider = time });
        fleet.Begin("a", InstanceAction.Start);

        fleet.Load([new() { Id = "a", Status = "toStart" }]);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("toStart", fleet.Find("a")!.Status);
    }

    [Fact]
    public void A_change_may_read_the_fleet_it_changes()
    {
        var fleet = new Fleet([new() { Id = "b" }, new() { Id = "a" }]);

        fleet.Update("a", instance => instance with { Name = $"{fleet.Snapshot().Length}" });
        fleet.Update("b", instance => instance with { Name = $"{fleet.Snapshot()[1].Name}" });
        Assert.Equal(["2", "2"], fleet.Snapshot().Select(instance => instance.Name));

        fleet.Load(fleet.Snapshot().Select(instance => instance.Id).Order().Select(id => fleet.Find(id)!));
        Assert.Equal(["a", "b"], fleet.Snapshot().Select(instance => instance.Id));
    }

    [Fact]
    public void What_is_removed_by_hand_and_added_again_has_no_action_under_way()
    {
        var time = new FakeTimeProvider();
        var fleet = new Fleet([new() { Id = "a", Status = "exited" }], new SimulatorOptions { TimeProvider = time });
        fleet.Begin("a", InstanceAction.Start);

        fleet.Remove("a");
        fleet.Add(new() { Id = "a", Status = "toStart" });
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("toStart", fleet.Find("a")!.Status);
    }

    [Fact]
    public void The_program_takes_a_speed()
    {
        var options = new CommandLine(["--speed", "10"]).ToOptions();

        Assert.Equal(TimeSpan.FromSeconds(2), options.Lifecycle.Pulling);
        Assert.Equal(new Lifecycle(), new CommandLine([]).ToOptions().Lifecycle);
        Assert.Throws<FormatException>(() => new CommandLine(["--speed", "0"]).ToOptions());
    }
}
