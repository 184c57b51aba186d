using Novita.Client.Lists;
using Novita.Simulator;

namespace Novita.Client.Tests.Lists;

public sealed class RequestCountTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    [InlineData(1000, 10)]
    public void Where_pages_are_numbered_from_0_no_request_is_spent_on_the_check(int fleet, int requests)
    {
        var server = new ModelServer(fleet);

        PagerRun.Whole(server);

        Assert.Equal(Enumerable.Range(0, requests), server.PagesAsked);
    }

    [Theory]
    [InlineData(PageZero.SameAsFirst, new[] { 0, 1, 2, 3 })]
    [InlineData(PageZero.Error, new[] { 0, 1, 2, 3 })]
    [InlineData(PageZero.Empty, new[] { 0, 1, 2, 3 })]
    public void Where_pages_are_numbered_from_1_the_first_list_spends_one_request_more_and_the_next_none(PageZero zero, int[] pages)
    {
        var server = new ModelServer(250, new ServerKind { Base = 1, PageZero = zero });
        var numbering = new PageNumbering();

        PagerRun.Whole(server, numbering: numbering);
        Assert.Equal(pages, server.PagesAsked);
        Assert.Equal(FirstPage.One, numbering.First);

        server.Requests.Clear();
        var second = PagerRun.Whole(server, numbering: numbering);
        Assert.Equal([1, 2, 3], server.PagesAsked);
        Assert.Equal(server.Fleet, second.Ids);
        Assert.True(second.Pager.IsConfirmed);
    }

    [Theory]
    [InlineData(CapStep.ByCap)]
    [InlineData(CapStep.BySizeAsked)]
    public void A_cap_costs_no_request_of_its_own(CapStep step)
    {
        var server = new ModelServer(250, new ServerKind { Cap = 50, CapStep = step });

        PagerRun.Whole(server);

        Assert.Equal([0, 1, 2, 3, 4], server.PagesAsked);
        Assert.Equal([100, 50, 50, 50, 50], server.Requests.Select(request => request.PageSize));
    }

    [Fact]
    public void Without_a_total_an_empty_page_ends_each_of_two_readings()
    {
        var server = new ModelServer(250, new ServerKind { Total = ModelTotal.Absent });

        PagerRun.Whole(server);

        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], server.PagesAsked);
    }

    [Fact]
    public void Verification_reads_everything_twice()
    {
        var server = new ModelServer(250);

        PagerRun.Whole(server, verify: true);

        Assert.Equal([0, 1, 2, 0, 1, 2], server.PagesAsked);
    }

    [Fact]
    public void An_empty_list_is_asked_for_at_both_first_pages()
    {
        var server = new ModelServer(0);

        PagerRun.Whole(server);

        Assert.Equal([0, 1], server.PagesAsked);
    }

    [Fact]
    public void A_list_that_was_emptied_since_page_0_was_known_takes_one_request()
    {
        var numbering = new PageNumbering();
        PagerRun.Whole(new ModelServer(5), numbering: numbering);
        var server = new ModelServer(0);

        var run = PagerRun.Whole(server, numbering: numbering);

        Assert.Equal([0], server.PagesAsked);
        Assert.True(run.Pager.IsConfirmed);
    }
}
