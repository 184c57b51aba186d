using Novita.Client.Tests.Fixtures;
using Novita.Simulator;
using Novita.Simulator.Faults;

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
    public async Task What_cannot_be_confirmed_is_told_with_both_numbers_after_everything_that_was_found()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 250 });
        using var fault = session.Service.Inject(PageFaults.SamePage);
        using var listing = session.List();

        Assert.Equal(session.Fleet.Take(100), await Session.ReadAsync(listing));

        var error = Assert.Single(listing.Unconfirmed);
        Assert.Equal(NovitaErrorKind.ListIncomplete, error.Kind);
        Assert.Contains("100", error.Message, StringComparison.Ordinal);
        Assert.Contains("250", error.Message, StringComparison.Ordinal);
        Assert.InRange(session.Service.Requests.Count, 1, 12);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_the_session_allows_whatever_the_number_of_lists()
    {
        await using var session = await Session.StartAsync(
            new SimulatorOptions { Instances = 1000, Latency = TimeSpan.FromMilliseconds(2) },
            throttleLimit: 3);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var listing = session.List();
            Assert.Equal(1000, (await Session.ReadAsync(listing)).Count);
        }));

        Assert.InRange(session.Service.Requests.PeakConcurrent, 2, 3);
    }

    [Fact]
    public async Task A_packed_list_is_unpacked()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 250, Gzip = true });
        using var listing = session.List();

        Assert.Equal(session.Fleet, await Session.ReadAsync(listing));
        Assert.All(session.Service.Requests, request => Assert.Contains("gzip", request.AcceptEncoding, StringComparison.Ordinal));
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
}
