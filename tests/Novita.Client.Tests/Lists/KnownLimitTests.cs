namespace Novita.Client.Tests.Lists;

/// <summary>What one reading with a total cannot see, and that verification does see it.</summary>
public sealed class KnownLimitTests
{
    /// <summary>Between pages 0 and 1 the first row goes, which shifts row 3 onto page 0, and a new last row makes up the number.</summary>
    private static readonly FleetChange[] s_deletedBehindAndCreatedAhead = [FleetChange.Delete(2, 0), FleetChange.Create(2, FleetChange.Tail)];

    /// <summary>Page 2 is read before page 1, and in between three come and three go, newest first.</summary>
    private static readonly FleetChange[] s_replacedBetweenPagesOutOfOrder =
    [
        FleetChange.Delete(3, 0),
        FleetChange.Delete(3, 0),
        FleetChange.Delete(3, FleetChange.Tail),
        FleetChange.Create(3, 0),
        FleetChange.Create(3, 0),
        FleetChange.Create(3, 0),
    ];

    [Fact]
    public void A_deletion_behind_the_reader_that_a_creation_ahead_makes_up_for_hides_a_row()
    {
        var server = new ModelServer(4, script: s_deletedBehindAndCreatedAhead);

        var run = PagerRun.Whole(server, pageSize: 2);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Equal(["i1", "i2", "i4", "n1"], run.Ids);
        Assert.Contains("i3", server.Throughout);
    }

    [Fact]
    public void With_verification_that_row_is_found()
    {
        var server = new ModelServer(4, script: s_deletedBehindAndCreatedAhead);

        var run = PagerRun.Whole(server, pageSize: 2, verify: true);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Contains("i3", run.Ids);
        Assert.Superset(server.Throughout.ToHashSet(), run.Ids.ToHashSet());
        Assert.Equal(3, server.PagesAsked.Count(page => page == 0));
    }

    [Fact]
    public void Pages_read_out_of_order_can_hide_a_row_even_where_the_newest_come_first()
    {
        var server = new ModelServer(6, script: s_replacedBetweenPagesOutOfOrder) { PickNext = count => count - 1 };

        var run = PagerRun.Whole(server, pageSize: 2);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Equal(["i1", "i2", "n1", "i3", "i5", "i6"], run.Ids);
        Assert.Contains("i4", server.Throughout);
    }

    [Fact]
    public void With_verification_that_row_too_is_found()
    {
        var server = new ModelServer(6, script: s_replacedBetweenPagesOutOfOrder) { PickNext = count => count - 1 };

        var run = PagerRun.Whole(server, pageSize: 2, verify: true);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Superset(server.Throughout.ToHashSet(), run.Ids.ToHashSet());
    }

    /// <summary>Pages 0 and 1 are the same page here, but all of it is replaced in between, so they are taken for two.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_first_page_that_is_replaced_while_the_numbering_is_learnt_hides_the_last_one_unless_verified(bool verify)
    {
        var server = new ModelServer(3, new ServerKind { Base = 1 }, [FleetChange.Delete(2, 0), FleetChange.Create(2, 0)]);

        var run = PagerRun.Whole(server, pageSize: 1, verify: verify);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Equal(verify, run.Ids.Contains("i3"));
    }
}
