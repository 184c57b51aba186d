namespace Novita.Client.Tests.Lists;

public sealed class WindowTests
{
    [Fact]
    public void Nothing_is_asked_before_the_first_rows_are_wanted()
    {
        var server = new ModelServer(1000);

        using var run = new PagerRun(server);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void The_first_page_is_handed_out_before_the_second_is_asked_for()
    {
        var server = new ModelServer(1000);
        using var run = new PagerRun(server);

        run.Next();

        Assert.Equal([0], server.PagesAsked);
        Assert.Equal(100, run.Ids.Count);
    }

    [Fact]
    public void A_consumer_that_stops_holds_no_more_than_the_window()
    {
        var server = new ModelServer(5000);
        using var run = new PagerRun(server, window: 4);

        run.Next();
        run.Next();

        Assert.Equal(1 + 4, server.Requests.Count);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(150, 2)]
    [InlineData(700, 7)]
    [InlineData(5000, 8)]
    public void No_more_pages_are_asked_for_ahead_than_hold_the_rows_that_are_wanted(int wanted, int ahead)
    {
        var server = new ModelServer(5000);
        using var run = new PagerRun(server);
        run.Next(wanted);

        run.Next(wanted);

        Assert.Equal(1 + ahead, server.Requests.Count);
    }

    [Fact]
    public void Rows_that_are_wanted_are_counted_in_pages_of_the_size_the_server_gives()
    {
        var server = new ModelServer(5000, new ServerKind { Cap = 25 });
        using var run = new PagerRun(server);
        run.Next(100);

        run.Next(75);

        Assert.Equal([0, 1, 2, 3], server.PagesAsked);
    }

    [Theory]
    [InlineData(0, new[] { 0, 1, 2 })]
    [InlineData(1, new[] { 0, 1, 2, 3 })]
    public void The_first_250_take_three_pages_and_a_fourth_where_the_first_page_number_is_learnt(int first, int[] pages)
    {
        var server = new ModelServer(5000, new ServerKind { Base = first });
        using var run = new PagerRun(server);

        while (run.Ids.Count < 250)
        {
            run.Next(250 - run.Ids.Count);
        }

        Assert.Equal(pages, server.PagesAsked);
    }

    [Fact]
    public void A_reading_that_ends_early_leaves_no_page_under_way_when_the_next_begins()
    {
        // The total promises 13 pages, but the third is already empty.
        var server = new ModelServer(200, new ServerKind { Total = ModelTotal.TooHigh, TotalError = 1000 });

        PagerRun.Whole(server, window: 8);

        Assert.All(server.Requests.Where(request => request.PageNum == 0), request => Assert.Equal(0, request.OthersUnderWay));
    }
}
