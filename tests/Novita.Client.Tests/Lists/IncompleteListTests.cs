using Novita.Client.Lists;

namespace Novita.Client.Tests.Lists;

public sealed class IncompleteListTests
{
    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void A_total_past_counting_does_not_make_the_same_page_a_list_without_end(int total)
    {
        var server = new ModelServer(100, new ServerKind { IgnoresPageNumber = true, Total = ModelTotal.TooHigh, TotalError = total - 100 });

        var run = PagerRun.Whole(server);

        Assert.False(run.Pager.IsConfirmed);
        Assert.Equal(100, run.Ids.Count);
        Assert.InRange(server.Requests.Count, 1, 100);
    }

    [Theory]
    [InlineData(int.MaxValue, false)]
    [InlineData(int.MaxValue, true)]
    [InlineData(null, false)]
    public async Task A_list_whose_every_page_is_new_ends_past_the_bound_and_is_not_read_again(int? total, bool verify)
    {
        var (asked, given) = (0, 0);
        using var pager = new Pager<Instance>(Source, 10, 8, verify, new PageNumbering(), default, maxRows: 1000);

        var found = 0;
        while (await pager.NextAsync(double.PositiveInfinity) is { } rows)
        {
            found += rows.Count;
        }

        Assert.False(pager.IsConfirmed);
        Assert.True(pager.IsEndless);
        Assert.Equal((1010, 1010), (found, pager.Found));
        Assert.InRange(asked, 101, 108);

        Task<Page<Instance>> Source(int pageNum, int pageSize, CancellationToken cancellationToken)
        {
            Assert.True(++asked < 1000, "The listing does not end.");
            return Task.FromResult(new Page<Instance>([.. Enumerable.Range(0, pageSize).Select(_ => new Instance { Id = $"i{++given}" })], total));
        }
    }

    [Fact]
    public async Task A_list_as_long_as_the_bound_is_whole()
    {
        var rows = Enumerable.Range(0, 30).Select(number => new Instance { Id = $"i{number}" }).ToArray();
        using var pager = new Pager<Instance>((page, size, _) => Task.FromResult(new Page<Instance>([.. rows.Skip(page * size).Take(size)], 30)), 10, 8, verify: true, new PageNumbering(), default, maxRows: 30);

        while (await pager.NextAsync(double.PositiveInfinity) is not null)
        {
        }

        Assert.True(pager.IsConfirmed);
        Assert.Equal(30, pager.Found);
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_told_so()
    {
        var pages = Enumerable.Range(0, 12).Select(page => Answers.Json(200, Bodies.Page(10, int.MaxValue, 1 + (page * 10))));
        using var test = new TestClient([.. pages]);
        using var listing = new Listing<Instance>(test.Client, [ListRequests.Instances()], 10, verify: false, default) { MaxRows = 20 };
        while (await listing.NextAsync(100) is not null)
        {
        }

        var error = Assert.Single(listing.Unconfirmed);
        Assert.Equal(NovitaErrorKind.ListIncomplete, error.Kind);
        Assert.StartsWith("The list was not read to its end: after 30 instances the service still sent more.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_ignores_page_numbers_gives_its_first_page_and_no_confirmation()
    {
        var server = new ModelServer(250, new ServerKind { IgnoresPageNumber = true });

        var run = PagerRun.Whole(server);

        Assert.Equal(server.Fleet.Take(100), run.Ids);
        Assert.False(run.Pager.IsConfirmed);
        Assert.Equal(250, run.Pager.Total);
        Assert.InRange(server.Requests.Count, 1, 12);
    }

    [Fact]
    public void A_server_that_ignores_page_numbers_is_right_as_long_as_one_page_holds_everything()
    {
        var server = new ModelServer(100, new ServerKind { IgnoresPageNumber = true });

        var run = PagerRun.Whole(server);

        Assert.Equal(server.Fleet, run.Ids);
        Assert.True(run.Pager.IsConfirmed);
    }

    [Fact]
    public void A_server_that_ignores_page_numbers_and_tells_no_total_does_not_loop()
    {
        var server = new ModelServer(250, new ServerKind { IgnoresPageNumber = true, Total = ModelTotal.Absent });

        var run = PagerRun.Whole(server);

        Assert.Equal(100, run.Ids.Count);
        Assert.InRange(server.Requests.Count, 1, 9);
    }

    [Fact]
    public void A_total_that_is_never_reached_ends_after_three_readings()
    {
        var server = new ModelServer(250, new ServerKind { Total = ModelTotal.TooHigh });

        var run = PagerRun.Whole(server);

        Assert.Equal(server.Fleet, run.Ids);
        Assert.False(run.Pager.IsConfirmed);
        Assert.Equal(251, run.Pager.Total);
        Assert.Equal(3, server.PagesAsked.Count(page => page == 0));
        Assert.InRange(server.Requests.Count, 9, 12);
    }

    [Fact]
    public void A_total_that_differs_between_pages_confirms_nothing()
    {
        var server = new ModelServer(250, new ServerKind { Total = ModelTotal.Changing });

        var run = PagerRun.Whole(server);

        Assert.Equal(server.Fleet, run.Ids);
        Assert.False(run.Pager.IsConfirmed);
        Assert.InRange(server.Requests.Count, 9, 12);
    }

    [Fact]
    public void A_fleet_that_changes_in_every_reading_is_not_confirmed_and_gives_what_was_found()
    {
        var server = new ModelServer(250, script: Enumerable.Range(2, 20).Select(request => FleetChange.Create(request, 0)));

        var run = PagerRun.Whole(server, window: 1);

        Assert.False(run.Pager.IsConfirmed);
        Assert.Superset(server.Throughout.ToHashSet(), run.Ids.ToHashSet());
        Assert.Distinct(run.Ids);
    }

    [Fact]
    public void A_fleet_that_comes_to_rest_is_confirmed_by_the_next_reading()
    {
        var server = new ModelServer(250, script: FleetChange.Delete(2, 0));

        var run = PagerRun.Whole(server);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Superset(server.Fleet.ToHashSet(), run.Ids.ToHashSet());
        Assert.Equal(249, run.Pager.Total);
        Assert.Equal([0, 1, 2, 0, 1, 2], server.PagesAsked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(FleetChange.Tail)]
    public void A_row_that_slips_between_two_pages_is_found_by_the_next_reading(int position)
    {
        var server = new ModelServer(250, script: [FleetChange.Delete(2, 0), FleetChange.Create(3, position)]);

        var run = PagerRun.Whole(server, window: 1);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Superset(server.Fleet.ToHashSet(), run.Ids.ToHashSet());
    }

    [Fact]
    public void Creations_at_the_head_that_make_two_pages_alike_end_nothing()
    {
        // Page 1 then is page 0 over again, which looks like a list that begins at 1.
        var script = Enumerable.Range(0, 100).Select(_ => FleetChange.Create(2, 0));
        var server = new ModelServer(300, script: script);

        var run = PagerRun.Whole(server);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Superset(server.Fleet.ToHashSet(), run.Ids.ToHashSet());
    }

    [Fact]
    public void A_wrong_guess_at_the_first_page_is_corrected_by_the_next_list()
    {
        var numbering = new PageNumbering();
        numbering.Learn(FirstPage.One);
        var server = new ModelServer(250);

        var run = PagerRun.Whole(server, numbering: numbering);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Equal(server.Fleet.Order(), run.Ids.Order());
        Assert.Equal(FirstPage.Zero, numbering.First);
    }

    [Fact]
    public void A_first_page_number_that_no_total_proves_is_not_trusted_by_later_lists()
    {
        // Page 0 is empty, and before page 1 is read so many are created that it has rows.
        var numbering = new PageNumbering();
        var server = new ModelServer(0, new ServerKind { Total = ModelTotal.Absent }, [.. Enumerable.Range(0, 15).Select(_ => FleetChange.Create(2, 0))]);
        PagerRun.Whole(server, pageSize: 10, numbering: numbering);
        server.Settle();

        var later = PagerRun.Whole(server, pageSize: 10, numbering: numbering);

        Assert.Equal(server.Fleet, later.Ids);
    }
}
