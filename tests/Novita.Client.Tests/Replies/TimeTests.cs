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
    public void Seconds_since_1970_are_a_local_time(string field, string value)
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
    [InlineData("\"\"")]
    [InlineData("null")]
    public void The_services_ways_to_say_no_time_are_null(string value)
    {
        Assert.All(s_times, time => Assert.Null(time.Value(Bodies.ReadOne($"\"{time.Key}\":{value}"))));
    }

    [Fact]
    public void A_missing_time_is_null()
    {
        Assert.All(s_times.Values, time => Assert.Null(time(Bodies.ReadOne(""))));
    }

    [Theory]
    [InlineData("\"tomorrow\"")]
    [InlineData("\"2026-01-01T00:00:00Z\"")]
    [InlineData("1767225600000")]
    [InlineData("1767225600.5")]
    [InlineData("true")]
    public void What_is_no_time_is_refused_by_its_field(string value)
    {
        Assert.All(
            s_times.Keys,
            field => Assert.Contains($"instances[0].{field} ", Bodies.ReadInvalid($$"""{"instances":[{"id":"a","{{field}}":{{value}}}]}"""), StringComparison.Ordinal));
    }
}
