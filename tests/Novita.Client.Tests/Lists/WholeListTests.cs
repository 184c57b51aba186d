using Novita.Simulator;

namespace Novita.Client.Tests.Lists;

public sealed class WholeListTests
{
    private static readonly (int FirstPage, PageZero Zero)[] s_firstPages =
    [
        (0, PageZero.SameAsFirst),
        (1, PageZero.SameAsFirst),
        (1, PageZero.Error),
        (1, PageZero.Empty),
    ];

    private static readonly (int? Cap, CapStep Step)[] s_caps =
    [
        (null, CapStep.ByCap),
        (50, CapStep.ByCap),
        (50, CapStep.BySizeAsked),
    ];

    public static TheoryData<int, int, PageZero, int?, CapStep, ModelTotal> Servers()
    {
        var data = new TheoryData<int, int, PageZero, int?, CapStep, ModelTotal>();
        foreach (var fleet in new[] { 0, 1, 99, 100, 101, 250, 1000 })
        {
            foreach (var (firstPage, zero) in s_firstPages)
            {
                foreach (var (cap, step) in s_caps)
                {
                    data.Add(fleet, firstPage, zero, cap, step, ModelTotal.Right);
                    data.Add(fleet, firstPage, zero, cap, step, ModelTotal.Absent);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void Every_instance_comes_out_once_in_order_and_the_list_is_confirmed(
        int fleet, int firstPage, PageZero zero, int? cap, CapStep step, ModelTotal total)
    {
        var server = new ModelServer(fleet, new ServerKind { Base = firstPage, PageZero = zero, Cap = cap, CapStep = step, Total = total });

        var run = PagerRun.Whole(server);

        Assert.Equal(server.Fleet, run.Ids);
        Assert.True(run.Pager.IsConfirmed);
        Assert.Equal(fleet, run.Pager.Found);
        Assert.Equal(total == ModelTotal.Absent ? null : fleet, run.Pager.Total);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void Verification_confirms_a_fleet_at_rest(int fleet, int firstPage, PageZero zero, int? cap, CapStep step, ModelTotal total)
    {
        var server = new ModelServer(fleet, new ServerKind { Base = firstPage, PageZero = zero, Cap = cap, CapStep = step, Total = total });

        var run = PagerRun.Whole(server, verify: true);

        Assert.Equal(server.Fleet, run.Ids);
        Assert.True(run.Pager.IsConfirmed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Pages_that_are_answered_backwards_still_come_out_in_order(int window)
    {
        var server = new ModelServer(1000) { PickNext = count => count - 1 };

        var run = PagerRun.Whole(server, window: window);

        Assert.Equal(server.Fleet, run.Ids);
        Assert.Equal(window, server.PeakUnderWay);
    }

    [Fact]
    public void An_order_that_changes_with_every_request_never_gives_a_row_twice()
    {
        var server = new ModelServer(250, new ServerKind { IsShuffled = true });

        var run = PagerRun.Whole(server);

        Assert.Distinct(run.Ids);
        Assert.False(run.Pager.IsConfirmed);
    }

    [Fact]
    public void A_list_of_one_page_is_complete_in_any_order()
    {
        var server = new ModelServer(80, new ServerKind { IsShuffled = true });

        var run = PagerRun.Whole(server, verify: true);

        Assert.True(run.Pager.IsConfirmed);
        Assert.Equal(server.Fleet.Order(), run.Ids.Order());
    }
}
