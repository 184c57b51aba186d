using Novita.Client.Monitoring;

namespace Novita.Client.Tests.Monitoring;

/// <summary>Which instance is idle. What was not measured may have been work.</summary>
public sealed class IdleRuleTests
{
    private static readonly DateTimeOffset s_end = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly IdleRule _rule = new(5, TimeSpan.FromHours(1));

    [Fact]
    public void An_instance_whose_gpus_all_stayed_below_the_limit_is_idle()
    {
        var idle = Judge(8, Points(0, 59, [0, 1, 2, 3, 4, 4.99, 0, 0]));

        Assert.Equal((4.99, 59, s_end.AddMinutes(-60).LocalDateTime), (idle?.Gpu, idle?.Points, idle?.Since));
    }

    [Fact]
    public void An_instance_of_which_one_gpu_of_eight_works_is_not_idle() => Assert.Null(Judge(8, Points(0, 59, [0, 0, 0, 0, 0, 0, 0, 90])));

    [Fact]
    public void An_instance_with_one_point_at_the_limit_is_not_idle() =>
        Assert.Null(Judge(2, [.. Points(0, 30, [0, 0]), .. Points(30, 31, [0, 5]), .. Points(31, 59, [0, 0])]));

    [Fact]
    public void An_instance_without_data_is_not_idle() => Assert.Null(Judge(1, []));

    [Fact]
    public void A_gpu_without_data_is_not_idle() => Assert.Null(Judge(8, Points(0, 59, [0, 0, 0, 0, 0, 0, 0])));

    [Theory]
    [InlineData(0, 30)]
    [InlineData(30, 60)]
    [InlineData(11, 60)]
    [InlineData(0, 49)]
    public void A_window_that_is_not_covered_to_its_ends_is_not_idle(int from, int to) => Assert.Null(Judge(1, Points(from, to, [0])));

    [Fact]
    public void A_window_with_a_gap_is_not_idle() => Assert.Null(Judge(1, [.. Points(0, 24, [0]), .. Points(36, 60, [0])]));

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Half_of_the_expected_points_are_enough_and_fewer_are_not(int step, bool isIdle) =>
        Assert.Equal(isIdle, Judge(1, [.. Points(0, 60, [0]).Where((_, index) => index % step == 0)]) is not null);

    [Fact]
    public void Points_outside_the_window_do_not_count()
    {
        Assert.NotNull(Judge(1, [.. Points(-10, 0, [99]), .. Points(0, 59, [0])]));
        Assert.Null(Judge(1, Points(-60, 0, [0])));
    }

    [Fact]
    public void The_average_stands_for_a_single_gpu_and_not_for_several()
    {
        var averages = Points(0, 59, []).Select(point => new InstanceMetric { Time = point.Time, Gpu = 1 }).ToList();

        Assert.NotNull(Judge(1, averages));
        Assert.Null(Judge(2, averages));
    }

    [Fact]
    public void A_window_of_days_asks_for_no_more_than_a_day_of_minutes() =>
        Assert.Equal((60, 1800), (_rule.IntervalSec, new IdleRule(5, TimeSpan.FromDays(30)).IntervalSec));

    private IdleInstance? Judge(int gpus, IReadOnlyList<InstanceMetric> metrics) => _rule.Judge(Bodies.ReadOne($"\"gpuNum\":{gpus}"), metrics, s_end);

    /// <summary>A point a minute, from one minute of the window to another.</summary>
    private static List<InstanceMetric> Points(int from, int to, double[] gpus) =>
    [
        .. Enumerable.Range(from, to - from).Select(minute => new InstanceMetric
        {
            Time = s_end.AddMinutes(minute - 60).LocalDateTime,
            Gpus = [.. gpus.Select((percent, gpu) => new GpuMetric { Id = $"{gpu}", Gpu = percent })],
        }),
    ];
}
