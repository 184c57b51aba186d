using CsCheck;
using Novita.Client.Lists;
using Novita.Simulator;

namespace Novita.Client.Tests.Lists;

/// <summary>What holds for every listing, tried on random ones.</summary>
public sealed class ListingProperties
{
    private const int Iterations = 5_000;

    [Fact]
    public void No_instance_comes_out_twice() => Check(
        ListingGen.Cases(ListingGen.UnreliableServers, ListingGen.Changes),
        (_, _, run) => Assert.Distinct(run.Ids));

    [Fact]
    public void Every_listing_ends_within_a_bounded_number_of_requests() => Check(
        ListingGen.Cases(ListingGen.UnreliableServers, ListingGen.Changes),
        (_, server, _) =>
        {
            // Three readings, each of no more pages than twice the rows, and some to spare.
            var mostPages = (2 * (server.EverExisted + 2)) + 10;
            Assert.InRange(server.Requests.Count, 1, 3 * mostPages);
        });

    [Fact]
    public void No_more_pages_than_the_window_are_under_way() => Check(
        ListingGen.Cases(ListingGen.UnreliableServers, ListingGen.Changes),
        (listing, server, _) => Assert.InRange(server.PeakUnderWay, 1, listing.Window));

    [Fact]
    public void No_page_is_still_under_way_when_the_listing_ends() => Check(
        ListingGen.Cases(ListingGen.UnreliableServers, ListingGen.Changes),
        (listing, _, _) =>
        {
            var server = listing.CreateServer();
            using var run = new PagerRun(server, listing.PageSize, listing.Window, listing.Verify);
            while (run.Next())
            {
            }

            Assert.Equal(0, server.UnderWay);
        });

    [Fact]
    public void What_is_confirmed_by_a_total_is_as_many_distinct_instances_as_each_page_of_the_last_reading_told() => Check(
        ListingGen.Cases(ListingGen.UnreliableServers, ListingGen.Changes),
        (_, server, run) =>
        {
            if (run.Pager is { IsConfirmed: true, Total: { } total })
            {
                var pages = Readings(server.Requests)[^1];
                Assert.All(pages, page => Assert.Equal(total, page.Total));
                Assert.Equal(total, pages.SelectMany(page => page.Rows).Select(row => row.Id).Distinct().Count());
            }
        });

    [Fact]
    public void Without_a_total_only_two_readings_that_agree_confirm() => Check(
        ListingGen.Cases(ListingGen.UnreliableServers, ListingGen.Changes),
        (_, server, run) =>
        {
            if (run.Pager is { IsConfirmed: true, Total: null })
            {
                var readings = Readings(server.Requests);
                Assert.Equal(IdsOf(readings[^2]), IdsOf(readings[^1]));
            }
        });

    [Fact]
    public void A_fleet_at_rest_comes_out_whole_from_every_server() => Check(
        from listing in ListingGen.Cases(ListingGen.Servers, Gen.Const(Array.Empty<FleetChange>()))
        from total in Gen.Bool.Select(isTold => isTold ? ModelTotal.Right : ModelTotal.Absent)
        select listing with { Server = listing.Server with { Total = total } },
        (_, server, run) =>
        {
            Assert.True(run.Pager.IsConfirmed);
            Assert.Equal(server.Fleet, run.Ids);
        });

    [Fact]
    public void What_is_confirmed_is_whole_where_the_fleet_only_grows_or_only_shrinks() => Check(
        ListingGen.Cases(ListingGen.Servers, ListingGen.ChangesOfOneKind),
        AssertWholeIfConfirmed);

    [Fact]
    public void What_is_confirmed_is_whole_where_the_newest_come_first_and_pages_are_read_one_by_one() => Check(
        // A page 0 that is another name of page 1 is one page read twice: see the known limits.
        ListingGen.Cases(
            ListingGen.Servers.Where(server => server.Base == 0 || server.PageZero != PageZero.SameAsFirst),
            ListingGen.NewestFirstChanges)
            .Select(listing => listing with { Window = 1 }),
        AssertWholeIfConfirmed);

    [Fact]
    public void What_verification_confirms_is_whole_whatever_happens_to_the_fleet() => Check(
        from listing in ListingGen.Cases(ListingGen.Servers, ListingGen.Changes)
        from isShuffled in Gen.Bool
        select listing with { Verify = true, Server = listing.Server with { IsShuffled = isShuffled } },
        AssertWholeIfConfirmed);

    [Fact]
    public void What_one_listing_taught_never_harms_the_next() => Check(
        ListingGen.Cases(ListingGen.Servers, ListingGen.Changes),
        (listing, _, _) =>
        {
            var server = listing.CreateServer();
            var numbering = new PageNumbering();
            PagerRun.Whole(server, listing.PageSize, listing.Window, listing.Verify, numbering);
            PagerRun.Whole(server, listing.PageSize, listing.Window, listing.Verify, numbering);
            server.Settle();

            var last = PagerRun.Whole(server, listing.PageSize, listing.Window, listing.Verify, numbering);

            Assert.True(last.Pager.IsConfirmed);
            Assert.Equal(server.Fleet.Order(), last.Ids.Order());
        });

    private static void Check(Gen<ListingCase> cases, Action<ListingCase, ModelServer, PagerRun> assert) =>
        Cases.Check(cases, Iterations, listing =>
        {
            var server = listing.CreateServer();
            assert(listing, server, listing.Read(server));
        });

    private static void AssertWholeIfConfirmed(ListingCase listing, ModelServer server, PagerRun run)
    {
        if (run.Pager.IsConfirmed)
        {
            Assert.Superset(server.Throughout.ToHashSet(), run.Ids.ToHashSet());
        }
    }

    /// <summary>The pages of each reading, up to the empty one if there is one.</summary>
    private static List<List<Page<Instance>>> Readings(List<ModelRequest> requests)
    {
        var readings = new List<List<ModelRequest>>();
        var previous = -1;
        foreach (var request in requests)
        {
            if (request.PageNum == 0 || (request.PageNum == 1 && previous != 0))
            {
                readings.Add([]);
            }

            readings[^1].Add(request);
            previous = request.PageNum;
        }

        return readings.ConvertAll(PagesOf);
    }

    private static List<Page<Instance>> PagesOf(List<ModelRequest> reading)
    {
        // A page 0 that was none says nothing.
        var isZeroNone = reading.Count > 1 && reading[0].PageNum == 0 && reading[0].Page is not { Rows.Count: > 0 };
        var pages = new List<Page<Instance>>();
        foreach (var request in reading.Skip(isZeroNone ? 1 : 0))
        {
            if (request.Page is not { } page)
            {
                break;
            }

            pages.Add(page);
            if (page.Rows.Count == 0)
            {
                break;
            }
        }

        return pages;
    }

    private static HashSet<string> IdsOf(IEnumerable<Page<Instance>> pages) =>
        pages.SelectMany(page => page.Rows).Select(row => row.Id).ToHashSet();
}
