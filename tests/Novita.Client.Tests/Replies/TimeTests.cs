using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

public sealed class TimeTests
{
    private static readonly Dictionary<string, Func<Instance, DateTime?>> s_times = new()
    {
        ["endTime"] = instance => instance.EndTime,
        ["spotReclaimTime"] = instance => instance.SpotReclaimTime,
    };

    [Theory]
    [InlineData("endTime", "1767225600")]
    [InlineData("endTime", "\"1767225600\"")]
    [InlineData("spotReclaimTime", "1767225600")]
    [InlineData("spotReclaimTime", "\"1767225600\"")]
    [InlineData("endTime", "1767225600000")]
    [InlineData("endTime", "\"1767225600000\"")]
    [InlineData("endTime", "\"1767225600.0\"")]
    [InlineData("endTime", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("endTime", "\"2026-01-01T00:00:00.000Z\"")]
    [InlineData("endTime", "\"2026-01-01T08:00:00+08:00\"")]
    [InlineData("endTime", "\"2026-01-01 00:00:00\"")]
    [InlineData("spotReclaimTime", "\"2026-01-01\"")]
    public void Seconds_milliseconds_and_iso_8601_are_a_local_time(string field, string value)
    {
        var time = s_times[field](Bodies.ReadOne($"\"{field}\":{value}"));

        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), time?.ToUniversalTime());
        Assert.Equal(DateTimeKind.Local, time?.Kind);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("\"-1\"")]
    [InlineData("\"0\"")]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void The_services_ways_to_say_no_time_are_null(string value)
    {
        Assert.All(s_times, time => Assert.Null(time.Value(Bodies.ReadOne($"\"{time.Key}\":{value}"))));
    }

    [Theory]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"2026-13-01\"")]
    [InlineData("\"01/02/2026\"")]
    [InlineData("1767225600000000000")]
    [InlineData("true")]
    public void A_value_that_is_not_a_time_leaves_its_property_null(string value)
    {
        Assert.All(s_times, time =>
        {
            var instance = Bodies.ReadOne($"\"{time.Key}\":{value}");

            Assert.Null(time.Value(instance));
            Assert.Equal(time.Key, Assert.Single(instance.Unreadable!).Path);
        });
    }
}
