using Novita.Client.Tests.Fixtures;
using Novita.Simulator;

namespace Novita.Client.Tests.Listings;

public sealed class QueryTests
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
    public async Task Few_wanted_rows_take_few_pages()
    {
        await using var session = await StartAsync();
        using var listing = session.List(10, false);
        await listing.NextAsync(25);
        await listing.NextAsync(15);

        await listing.NextAsync(5);

        Assert.Equal(3, session.Service.Requests.Count);
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

        await EventuallyAsync(() => session.Service.Requests.Count == 5);
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

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!condition())
        {
            await Task.Delay(1, deadline.Token);
        }
    }
}
