using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Watch-NovitaInstance</c>.</summary>
public sealed class WatchTests : ServiceTest
{
    [Fact]
    public async Task The_first_look_tells_nothing_and_the_last_is_at_the_time_out()
    {
        var service = await StartInFastTimeAsync(Fleet(5));

        Assert.Empty(Connect(service).Output("Watch-NovitaInstance -IntervalSec 10 -TimeoutSec 35"));

        Assert.Equal([0, 10, 20, 30, 35], Looks(service));
    }

    [Fact]
    public async Task Count_ends_a_watch_after_so_many_changes_in_the_middle_of_a_look()
    {
        var fleet = Fleet(5);
        var service = await StartInFastTimeAsync(fleet);
        for (var number = 0; number < 5; number++)
        {
            var changed = fleet[number] with { Status = "exited" };
            service.Fleet.At(TimeSpan.FromSeconds(number < 2 ? 5 : 15), now => now.Replace(changed));
        }

        Assert.Equal(3, Connect(service).Output("Watch-NovitaInstance -Count 3").Length);

        Assert.Equal([0, 10, 20], Looks(service));
    }

    [Fact]
    public async Task Changes_come_at_once_and_the_pipeline_can_end_a_watch()
    {
        var service = await StartInFastTimeAsync(Fleet(5));
        service.Fleet.At(TimeSpan.FromSeconds(25), fleet => fleet.Remove(fleet.Snapshot()[0].Id));

        Assert.Equal(
            ["Removed"], Connect(service).Texts("foreach ($i in 1) { Watch-NovitaInstance | ForEach-Object { $_.Property; break } }"));

        Assert.Equal([0, 10, 20, 30], Looks(service));
    }

    [Theory]
    [InlineData("-Status exited", "one Status running -> exited|one Status exited -> toStart")]
    [InlineData("-Status EXIT*", "one Status running -> exited|one Status exited -> toStart")]
    [InlineData("-Status toStart, removed", "one Status exited -> toStart|one Status toStart -> running")]
    [InlineData("-Name two", "two Created  -> exited|two Removed exited -> ")]
    [InlineData("-Name t*", "two Created  -> exited|two Removed exited -> ")]
    [InlineData("-Name ONE -Exact", "one Status running -> exited|one Status exited -> toStart|one Status toStart -> running")]
    [InlineData("-ProductName *none*", "")]
    public async Task Filters_leave_what_they_name(string filter, string expected)
    {
        var service = await StartInFastTimeAsync(new SimulatedInstance { Id = "one", Name = "one" });
        foreach (var (seconds, status) in new[] { (5, "exited"), (15, "toStart"), (25, "running") })
        {
            service.Fleet.At(TimeSpan.FromSeconds(seconds), fleet => fleet.Update("one", instance => instance with { Status = status }));
        }

        service.Fleet.At(TimeSpan.FromSeconds(35), fleet => fleet.Add(new SimulatedInstance { Id = "two", Name = "two", Status = "exited" }));
        service.Fleet.At(TimeSpan.FromSeconds(45), fleet => fleet.Remove("two"));

        var output = Connect(service).Output($"Watch-NovitaInstance {filter} -TimeoutSec 60");

        var isByStatus = filter.StartsWith("-Status EXIT", StringComparison.OrdinalIgnoreCase);
        var all = isByStatus ? $"{expected}|two Created  -> exited|two Removed exited -> " : expected;
        Assert.Equal(all, string.Join('|', output.Select(Line)));
    }

    [Fact]
    public async Task A_change_says_what_it_was_and_is_and_when()
    {
        var time = UseFastTime();
        var begin = time.Provider.GetUtcNow();
        var service = await StartInFastTimeAsync(new SimulatedInstance
        {
            Id = "one",
            Name = "spot",
            BillingMode = "spot",
            SpotStatus = "running",
            Envs = [new("A", "old value")],
            PortMappings = [new(22, "tcp")],
        });
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.NotifySpot("one", TimeSpan.FromMinutes(30)));
        service.Fleet.At(TimeSpan.FromSeconds(15), fleet => fleet.Update("one", instance => instance with { Envs = [new("A", "new value")], PortMappings = [new(22, "tcp"), new(80, "http")] }));

        var output = Connect(service, "-Name prod").Output("Watch-NovitaInstance -Count 4");

        Assert.Equal(
            ["SpotStatus running -> notified", $"SpotReclaimTime  -> {begin.AddSeconds(1805).LocalDateTime}", "PortMappings 22/tcp -> 22/tcp, 80/http", "Envs A -> A"],
            output.Select(change => $"{Value(change, "Property")} {Value(change, "Old")} -> {Value(change, "New")}"));
        Assert.Equal(begin.AddSeconds(10).LocalDateTime, Value(output[0], "Time"));
        Assert.Equal(DateTimeKind.Local, ((DateTime)Value(output[0], "Time")!).Kind);
        Assert.Equal(TimeSpan.FromSeconds(1795), Value(output[0], "TimeLeft"));
        Assert.Null(Value(output[2], "TimeLeft"));
        Assert.Equal(("one", "spot", "prod"), (Value(output[0], "Id"), Value(output[0], "Name"), Value(output[0], "SessionName")));
        Assert.Equal("spot (one): SpotStatus running -> notified", output[0].ToString());
    }

    [Fact]
    public async Task Two_sessions_are_watched_as_one()
    {
        UseFastTime();
        var one = await StartInFastTimeAsync(Fleet(3));
        var two = await StartInFastTimeAsync(Fleet(3));
        one.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Add(new SimulatedInstance()));
        two.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Remove(fleet.Snapshot()[0].Id));

        Assert.Equal(
            ["one Created", "two Removed"],
            ConnectBoth(one, two).Texts(
                "Watch-NovitaInstance -Session one, two -TimeoutSec 30 | ForEach-Object { \"$($_.SessionName) $($_.Property)\" }"));
    }

    private static SimulatedInstance[] Fleet(int count) => [.. Enumerable.Range(0, count).Select(number => new SimulatedInstance { Name = $"worker-{number}" })];

    /// <summary>Which, what, from and to.</summary>
    private static string Line(PSObject change) =>
        $"{Value(change, "Id")} {Value(change, "Property")} {Value(change, "Old")} -> {Value(change, "New")}";

    private static IEnumerable<double> Looks(SimulatedService service)
    {
        var times = service.Requests.Select(request => request.StartedAt).Distinct().ToList();
        return times.Select(time => (time - times[0]).TotalSeconds);
    }
}
