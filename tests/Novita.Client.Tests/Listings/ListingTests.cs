using Novita.Client.Lists;
using Novita.Simulator;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Faults;

namespace Novita.Client.Tests.Listings;

/// <summary>Lists over HTTP, from a service that behaves in each of the ways its documentation leaves open.</summary>
public sealed class ListingTests
{
    [Fact]
    public async Task Several_queries_that_overlap_give_each_instance_once()
    {
        await using var session = await StartAsync();
        using var listing = session.List(
            10,
            false,
            ListRequests.Instances(name: "web"),
            ListRequests.Instances(name: "1"));

        var ids = await Session.ReadAsync(listing);

        Assert.Distinct(ids);
        Assert.Equal(
            session.Service.Fleet.Snapshot().Where(row => row.Name.Contains("web") || row.Name.Contains('1')).Select(row => row.Id).Order(),
            ids.Order());
        Assert.Null(listing.Total);
        Assert.Empty(listing.Unconfirmed);
    }

    [Fact]
    public async Task A_filter_of_ours_picks_among_the_services_rows()
    {
        await using var session = await StartAsync();
        using var listing = session.List(10, false, ListRequests.Instances().Where(row => row.Name.EndsWith("-7", StringComparison.Ordinal)));

        var ids = await Session.ReadAsync(listing);

        Assert.Equal(session.Service.Fleet.Snapshot().Where(row => row.Name.EndsWith("-7", StringComparison.Ordinal)).Select(row => row.Id), ids);
        Assert.NotEmpty(ids);
        Assert.Null(listing.Total);
        Assert.Null(listing.HasMore);
    }

    [Fact]
    public async Task A_page_with_nothing_that_counts_is_an_empty_list_and_not_the_end()
    {
        await using var session = await StartAsync();
        using var listing = session.List(10, false, ListRequests.Instances().Where(_ => false));

        var first = await listing.NextAsync(1);

        Assert.NotNull(first);
        Assert.Empty(first);
        Assert.Empty(await Session.ReadAsync(listing));
    }

    [Fact]
    public async Task With_a_filter_more_pages_are_asked_for_ahead_as_matches_turn_out_to_be_rare()
    {
        await using var session = await StartAsync();
        using var listing = session.List(10, false, ListRequests.Instances().Where(_ => false));
        await listing.NextAsync(3);
        Assert.Single(session.Service.Requests);

        // No match in 10 rows: three matches may take 33 more.
        await listing.NextAsync(3);

        await Eventually.IsTrueAsync(() => session.Service.Requests.Count == 5);
    }

    [Fact]
    public async Task The_count_takes_one_request_and_loses_no_row()
    {
        await using var session = await StartAsync();
        using var listing = session.List();

        Assert.Equal(240, await listing.CountAsync());
        Assert.Equal(240, await listing.CountAsync());
        Assert.Single(session.Service.Requests);

        Assert.Equal(session.Fleet, await Session.ReadAsync(listing));
    }

    [Fact]
    public async Task An_empty_fleet_is_counted_and_ends()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 0 });
        using var listing = session.List();

        Assert.Equal(0, await listing.CountAsync());
        Assert.Null(await listing.NextAsync(1));
        Assert.Empty(listing.Unconfirmed);
    }

    [Fact]
    public async Task A_listing_knows_whether_there_is_more()
    {
        await using var session = await StartAsync();
        using var listing = session.List();

        await listing.NextAsync(100);
        Assert.True(listing.HasMore);

        await Session.ReadAsync(listing);
        Assert.False(listing.HasMore);
    }

    [Fact]
    public async Task A_listing_may_be_disposed_twice()
    {
        await using var session = await StartAsync();
        var listing = session.List();
        await listing.NextAsync(1000);

        listing.Dispose();
        listing.Dispose();
    }

    private static async Task<Session> StartAsync()
    {
        var session = await Session.StartAsync(new SimulatorOptions { Instances = 0 });
        session.Service.Fleet.Load(Enumerable.Range(0, 240).Select(number => new SimulatedInstance
        {
            Name = $"{(number % 3 == 0 ? "web" : "train")}-{number % 20}",
            Status = number % 2 == 0 ? "running" : "exited",
        }));
        return session;
    }

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

    [Fact]
    public async Task A_list_that_counts_pages_from_0_is_read_right_after_a_list_of_another_path_that_counts_from_1()
    {
        await using var session = await Session.StartAsync(new SimulatorOptions { Instances = 250 });
        session.Service.Storage.Rows.Load(Enumerable.Range(0, 150).Select(number => new SimulatedStorage { Id = $"s{number}" }));
        using (var storage = session.Client.List([ListRequests.NetworkStorages()], session.Call, 100, false))
        {
            Assert.Equal(150, (await ReadAsync(storage)).Count);
        }

        session.Service.Requests.Clear();
        using var instances = session.List();

        Assert.Equal(session.Fleet, await Session.ReadAsync(instances));
        Assert.Equal(3, session.Service.Requests.Count);
    }

    private static async Task<List<T>> ReadAsync<T>(Listing<T> listing)
        where T : Resource
    {
        var all = new List<T>();
        while (await listing.NextAsync(long.MaxValue) is { } rows)
        {
            all.AddRange(rows);
        }

        return all;
    }
}
