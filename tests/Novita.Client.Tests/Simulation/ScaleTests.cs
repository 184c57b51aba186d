using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Time.Testing;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>Large fleets, and many requests at once.</summary>
public sealed class ScaleTests
{
    [Fact]
    public async Task A_fleet_without_an_action_under_way_is_read_from_one_view_and_written_once()
    {
        await using var cloud = await Cloud.StartAsync(time => new() { Instances = 100_000, TimeProvider = time });
        var view = cloud.Service.Fleet.View;
        var page = await cloud.GetAsync("instances?pageSize=50&status=running");
        var first = view.Instances[0];

        cloud.Time.Advance(TimeSpan.FromHours(100));
        await cloud.GetInstanceAsync(first.Id);

        Assert.Equal(page, await cloud.GetAsync("instances?pageSize=50&status=running"));
        Assert.Same(view, cloud.Service.Fleet.View);
        Assert.True(AreSameBytes(first, cloud.Service.Fleet.Snapshot()[0]));
        Assert.Equal(100_000, cloud.Service.Fleet.Count);
    }

    [Fact]
    public async Task An_action_writes_no_other_instance_again_and_its_end_leaves_one_view()
    {
        await using var cloud = await Cloud.StartAsync(time => new() { Instances = 10_000, TimeProvider = time });
        var before = cloud.Service.Fleet.Snapshot();
        var id = before.First(instance => instance.Status == "exited").Id;
        await cloud.ActAsync("start", id);
        cloud.Pass(11);

        var after = cloud.Service.Fleet.Snapshot();

        Assert.Equal([id], before.Zip(after).Where(pair => !ReferenceEquals(pair.First, pair.Second)).Select(pair => pair.Second.Id));
        Assert.Same(cloud.Service.Fleet.View, cloud.Service.Fleet.View);
    }

    [Fact]
    public async Task Two_hundred_starts_at_once_all_begin_and_all_end()
    {
        await using var cloud = await Cloud.StartAsync(
            [.. Enumerable.Range(0, 200).Select(number => new SimulatedInstance { Id = $"i{number}", Status = "exited" })]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => cloud.ActAsync("start", $"i{number}")));

        Assert.All(answers, answer => Assert.Equal("toStart", answer.Text("state")));
        Assert.Equal(200, cloud.Service.Requests.Changing.Count);
        cloud.Pass(11);
        Assert.All(cloud.Service.Fleet.Snapshot(), instance => Assert.Equal("running", instance.Status));
    }

    [Fact]
    public async Task Of_many_starts_of_one_instance_one_begins()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", Status = "exited" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => cloud.ActAsync("start", "a")));

        Assert.Single(answers, answer => answer.Status == 200);
        cloud.Pass(1000);
        Assert.Equal(1, cloud.Service.Fleet.Find("a")!.Starts);
    }

    [Fact]
    public async Task As_many_are_refused_as_was_said_whatever_the_number_at_once()
    {
        await using var cloud = await Cloud.StartAsync();
        cloud.Service.Refuse(InstanceAction.Create, ApiError.InsufficientResource, times: 7);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => cloud.PostAsync("instance/create", Requests.Gpu)));

        Assert.Equal(7, answers.Count(answer => answer.Status == 400));
        Assert.Equal(33, cloud.Service.Fleet.Count);
    }

    [Fact]
    public async Task Who_looks_while_others_look_sees_all_that_is_due_or_waits()
    {
        await using var cloud = await Cloud.StartAsync(
            [.. Enumerable.Range(0, 500).Select(number => new SimulatedInstance { Id = $"i{number}" })]);
        foreach (var instance in cloud.Service.Fleet.Snapshot())
        {
            cloud.Service.Fleet.Begin(instance.Id, InstanceAction.Stop);
        }

        for (var (second, status) = (0, "stopping"); second < 2; second++, status = "exited")
        {
            cloud.Pass(second == 0 ? 1 : 5);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
                Assert.All(cloud.Service.Fleet.Snapshot(), instance => Assert.Equal(status, instance.Status)))));
        }
    }

    [Fact]
    public void Twenty_thousand_instances_stop_in_one_look()
    {
        var time = new FakeTimeProvider();
        var fleet = new Fleet(
            Enumerable.Range(0, 20_000).Select(number => new SimulatedInstance { Id = $"i{number}" }),
            new SimulatorOptions { TimeProvider = time });
        for (var number = 0; number < 20_000; number++)
        {
            fleet.Begin($"i{number}", InstanceAction.Stop);
        }

        time.Advance(TimeSpan.FromHours(1));

        Assert.All(fleet.Snapshot(), instance => Assert.Equal("exited", instance.Status));
    }

    private static bool AreSameBytes(SimulatedInstance one, SimulatedInstance other) =>
        Unsafe.AreSame(ref MemoryMarshal.GetReference(one.Wire), ref MemoryMarshal.GetReference(other.Wire));
}
