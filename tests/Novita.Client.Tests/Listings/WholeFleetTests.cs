using Novita.Client.Tests.Fixtures;
using Novita.Simulator;

namespace Novita.Client.Tests.Listings;

/// <summary>Lists over HTTP, from a service that behaves in each of the ways its documentation leaves open.</summary>
public sealed class WholeFleetTests
{
    /// <summary>Each option once over HTTP; all their combinations are read from the model, in WholeListTests.</summary>
    public static TheoryData<SimulatorOptions> Services =>
    [
        new() { Instances = 260 },
        new() { Instances = 260, Total = TotalForm.Text, PageBase = 1 },
        new() { Instances = 260, Total = TotalForm.Absent, PageBase = 1, PageZero = PageZero.Empty },
        new() { Instances = 260, PageBase = 1, PageZero = PageZero.Error, MaxPageSize = 50, CapStep = CapStep.BySizeAsked },
        new() { Instances = 260, Total = TotalForm.Absent, MaxPageSize = 50 },
    ];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_instance_comes_out_once(SimulatorOptions options)
    {
        await using var session = await Session.StartAsync(options);
        using var listing = session.List();

        var ids = await Session.ReadAsync(listing);

        Assert.Equal(session.Fleet, ids);
        Assert.Empty(listing.Unconfirmed);
        Assert.Equal(options.Total == TotalForm.Absent ? null : 260, listing.Total);
    }

    [Fact]
    public async Task The_second_list_of_a_session_knows_the_first_page()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 260, PageBase = 1, PageZero = PageZero.Error });
        using var first = session.List();
        await Session.ReadAsync(first);
        session.Service.Requests.Clear();

        using var second = session.List();
        await Session.ReadAsync(second);

        Assert.Equal(["1", "2", "3"], session.Service.Requests.Select(request => request.Query["pageNum"]).Order());
    }

    [Fact]
    public async Task The_instances_are_the_services()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 300, Seed = 5 });
        using var listing = session.List(300, false);

        var rows = await listing.NextAsync(300);

        Assert.NotNull(rows);
        Assert.All(session.Service.Fleet.Snapshot().Zip(rows), pair =>
        {
            var (theirs, ours) = pair;
            Assert.Equal(theirs.Name, ours.Name);
            Assert.Equal(theirs.Status, ours.Status);
            Assert.Equal(theirs.CpuNum, ours.CpuNum);
            Assert.Equal(theirs.Memory, ours.Memory);
            Assert.Equal(theirs.GpuNum, ours.GpuNum);
            Assert.Equal(theirs.RootfsSize, ours.RootfsSize);
            Assert.Equal(theirs.PortMappings.Select(port => $"{port.Port}/{port.Type}"), ours.PortMappings.Select(port => port.ToString()));
            Assert.Equal(theirs.VolumeMounts.Select(volume => volume.MountPath), ours.VolumeMounts.Select(volume => volume.MountPath));
            Assert.Equal(theirs.EndTime?.ToUnixTimeSeconds(), ours.EndTime is { } end ? new DateTimeOffset(end).ToUnixTimeSeconds() : null);
            Assert.Equal(theirs.BillingMode, ours.BillingMode);
        });
    }
}
