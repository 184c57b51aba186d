using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Watch-NovitaInstance</c>.</summary>
public sealed class WatchTests : ServiceTest
{
    private static readonly DateTimeOffset s_midnight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_day_of_a_fleet_is_told_as_it_happened_each_change_once()
    {
        var time = UseFastTime(s_midnight);
        var fleet = Enumerable.Range(0, 250).Select(number => new SimulatedInstance { Id = $"id-{number}", Name = $"worker-{number}" }).ToArray();
        var service = await StartAsync(time, new Lifecycle { RemovedKept = TimeSpan.FromMinutes(5) }, fleet);
        var script = new List<string>();

        // Every hour one is created, one stopped and started, one removed, at times at which nobody looks.
        for (var hour = 0; hour < 23; hour++)
        {
            var (born, paused, doomed) = ($"born-{hour}", $"id-{hour + 10}", $"id-{hour + 200}");
            At(service, hour, 10, now => now.Add(new SimulatedInstance { Id = born, Name = born, Status = "toCreate" }));
            At(service, hour, 12, now => now.Update(born, instance => instance with { Status = "running" }));
            At(service, hour, 14, now => now.Update(paused, instance => instance with { Status = "exited", Name = $"{instance.Name}-paused" }));
            At(service, hour, 16, now => now.Update(paused, instance => instance with { Status = "running" }));
            At(service, hour, 20, now => now.Remove(doomed));
            script.AddRange(
            [
                $"{hour:00}:11 {born} Created  -> toCreate",
                $"{hour:00}:13 {born} Status toCreate -> running",
                $"{hour:00}:15 {paused} Name worker-{hour + 10} -> worker-{hour + 10}-paused",
                $"{hour:00}:15 {paused} Status running -> exited",
                $"{hour:00}:17 {paused} Status exited -> running",
                $"{hour:00}:21 {doomed} Removed running -> ",
            ]);
        }

        At(service, 3, 30, now => now.NotifySpot("id-0", TimeSpan.FromMinutes(20)));
        script.Add("03:31 id-0 SpotStatus  -> notified");
        script.Add("03:31 id-0 SpotReclaimTime  -> 03:50");
        script.Add("03:51 id-0 SpotStatus notified -> terminated");
        script.Add("03:51 id-0 Status running -> exited");

        // An outage of eight minutes and a throttle of four: what happens meanwhile is told afterwards, once.
        service.Outage(s_midnight.AddHours(9).AddMinutes(40), s_midnight.AddHours(9).AddMinutes(48));
        At(service, 9, 43, now => now.Update("id-1", instance => instance with { Status = "exited" }));
        script.Add("09:49 id-1 Status running -> exited");
        service.Throttle(s_midnight.AddHours(15).AddMinutes(40), s_midnight.AddHours(15).AddMinutes(44));
        At(service, 15, 41, now => now.Update("id-2", instance => instance with { ImageUrl = "other:2" }));
        script.Add("15:45 id-2 ImageUrl docker.io/library/ubuntu:24.04 -> other:2");

        var run = Connect(service).Invoke("Watch-NovitaInstance -All -IntervalSec 60 -TimeoutSec 86400");

        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        Assert.Contains("503", Assert.Single(run.Warnings), StringComparison.Ordinal);
        var told = run.Output.Select(Line).ToList();
        Assert.Equal(script.Select(WithoutTime).Order(StringComparer.Ordinal), told.Select(WithoutTime).Order(StringComparer.Ordinal));
        Assert.Equal(told.Select(line => line[..5]).Order(StringComparer.Ordinal), told.Select(line => line[..5]));
        Assert.All(
            script.Where(line => line[..5] is "03:31" or "09:49" || line.Contains("born-20", StringComparison.Ordinal)),
            line => Assert.InRange(Minutes(told.Single(other => WithoutTime(other) == WithoutTime(line))) - Minutes(line), -1, 2));
        Assert.All(run.Output, change => Assert.Equal("Novita.InstanceChange", change.BaseObject.GetType().FullName));
        Assert.Equal(s_midnight.AddDays(1), time.Provider.GetUtcNow());
    }

    [Fact]
    public async Task The_first_look_tells_nothing_and_a_quiet_fleet_neither()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new(), Fleet(5));

        Assert.Empty(Connect(service).Output("Watch-NovitaInstance -IntervalSec 10 -TimeoutSec 95"));

        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95], Looks(service));
    }

    [Fact]
    public async Task Count_ends_it_after_so_many_changes()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new(), Fleet(5));
        for (var number = 0; number < 5; number++)
        {
            var id = service.Fleet.Snapshot()[number].Id;
            service.Fleet.At(TimeSpan.FromSeconds(number < 2 ? 5 : 15), fleet => fleet.Update(id, instance => instance with { Status = "exited" }));
        }

        Assert.Equal(3, Connect(service).Output("Watch-NovitaInstance -Count 3").Length);

        Assert.Equal([0, 10, 20], Looks(service));
    }

    [Fact]
    public async Task Changes_come_at_once_and_the_pipeline_can_end_it()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new(), Fleet(5));
        service.Fleet.At(TimeSpan.FromSeconds(25), fleet => fleet.Remove(fleet.Snapshot()[0].Id));

        var output = Connect(service).Output("foreach ($i in 1) { Watch-NovitaInstance | ForEach-Object { $_.Property; break } }");

        Assert.Equal("Removed", output.Single().ToString());
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
        var time = UseFastTime();
        var service = await StartAsync(time, new(), new SimulatedInstance { Id = "one", Name = "one" });
        foreach (var (seconds, status) in new[] { (5, "exited"), (15, "toStart"), (25, "running") })
        {
            service.Fleet.At(TimeSpan.FromSeconds(seconds), fleet => fleet.Update("one", instance => instance with { Status = status }));
        }

        service.Fleet.At(TimeSpan.FromSeconds(35), fleet => fleet.Add(new SimulatedInstance { Id = "two", Name = "two", Status = "exited" }));
        service.Fleet.At(TimeSpan.FromSeconds(45), fleet => fleet.Remove("two"));

        var output = Connect(service).Output($"Watch-NovitaInstance {filter} -TimeoutSec 60");

        var isByStatus = filter.StartsWith("-Status EXIT", StringComparison.OrdinalIgnoreCase);
        var all = isByStatus ? $"{expected}|two Created  -> exited|two Removed exited -> " : expected;
        Assert.Equal(all, string.Join('|', output.Select(Line).Select(WithoutTime)));
    }

    [Fact]
    public async Task A_change_says_what_it_was_and_is_and_when()
    {
        var time = UseFastTime();
        var begin = time.Provider.GetUtcNow();
        var service = await StartAsync(time, new(), new SimulatedInstance { Id = "one", Name = "spot", BillingMode = "spot", SpotStatus = "running", Envs = [new("A", "old value")], PortMappings = [new(22, "tcp")] });
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.NotifySpot("one", TimeSpan.FromMinutes(30)));
        service.Fleet.At(TimeSpan.FromSeconds(15), fleet => fleet.Update("one", instance => instance with { Envs = [new("A", "new value")], PortMappings = [new(22, "tcp"), new(80, "http")] }));

        var output = Connect(service, "-Name prod").Output("Watch-NovitaInstance -Count 4");

        Assert.Equal(
            ["SpotStatus running -> notified", $"SpotReclaimTime  -> {begin.AddSeconds(1805).LocalDateTime}", "PortMappings 22/tcp -> 22/tcp, 80/http", "Envs A -> A"],
            output.Select(change => $"{change.Properties["Property"].Value} {change.Properties["Old"].Value} -> {change.Properties["New"].Value}"));
        Assert.Equal(begin.AddSeconds(10).LocalDateTime, output[0].Properties["Time"].Value);
        Assert.Equal(DateTimeKind.Local, ((DateTime)output[0].Properties["Time"].Value).Kind);
        Assert.Equal(TimeSpan.FromSeconds(1795), output[0].Properties["TimeLeft"].Value);
        Assert.Null(output[2].Properties["TimeLeft"].Value);
        Assert.Equal(("one", "spot", "prod"), (output[0].Properties["Id"].Value, output[0].Properties["Name"].Value, output[0].Properties["SessionName"].Value));
        Assert.Equal("spot (one): SpotStatus running -> notified", output[0].ToString());
    }

    [Fact]
    public async Task A_list_that_is_not_whole_tells_of_no_removal()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new(), Fleet(250));
        var begin = time.Provider.GetUtcNow();
        var shell = Connect(service);
        using var deaf = service.Intercept((context, next) =>
        {
            if (time.Provider.GetUtcNow() - begin is { TotalSeconds: > 15 and < 45 })
            {
                context.Request.QueryString = new Microsoft.AspNetCore.Http.QueryString("?pageSize=100&pageNum=0");
            }

            return next(context);
        });

        Assert.Empty(shell.Invoke("Watch-NovitaInstance -TimeoutSec 120").Output);
    }

    [Fact]
    public async Task A_key_that_is_refused_ends_it_with_an_error()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new(), Fleet(5));
        var begin = time.Provider.GetUtcNow();
        var shell = Connect(service);
        using var fault = service.Intercept((context, next) =>
        {
            if (time.Provider.GetUtcNow() - begin < TimeSpan.FromSeconds(25))
            {
                return next(context);
            }

            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });

        Assert.Equal("ApiKeyRefused", shell.Invoke("Watch-NovitaInstance").ErrorId);
    }

    [Fact]
    public async Task Two_sessions_are_watched_as_one()
    {
        var time = UseFastTime();
        var one = await StartAsync(time, new(), Fleet(3));
        var two = await StartAsync(time, new(), Fleet(3));
        one.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Add(new SimulatedInstance()));
        two.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Remove(fleet.Snapshot()[0].Id));
        var shell = Connect(one, "-Name one").With("endpoint", two.Endpoint).With("key", two.ApiKey);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name two");

        Assert.Equal(["one Created", "two Removed"], shell.Output("Watch-NovitaInstance -Session one, two -TimeoutSec 30").Select(change => $"{change.Properties["SessionName"].Value} {change.Properties["Property"].Value}"));
    }

    private static SimulatedInstance[] Fleet(int count) => [.. Enumerable.Range(0, count).Select(number => new SimulatedInstance { Name = $"worker-{number}" })];

    private static void At(SimulatedService service, int hour, int minute, Action<Fleet> action) =>
        service.Fleet.At(s_midnight.AddHours(hour).AddMinutes(minute).AddSeconds(30), action);

    /// <summary>When, which, what, from and to.</summary>
    private static string Line(PSObject change)
    {
        var time = ((DateTime)change.Properties["Time"].Value).ToUniversalTime();
        return $"{time:HH:mm} {change.Properties["Id"].Value} {change.Properties["Property"].Value} {Side(change, "Old")} -> {Side(change, "New")}";
    }

    private static string Side(PSObject change, string property) =>
        change.Properties[property].Value is DateTime time ? $"{time.ToUniversalTime():HH:mm}" : $"{change.Properties[property].Value}";

    private static string WithoutTime(string line) => line[6..];

    private static int Minutes(string line) => (int)TimeSpan.Parse(line[..5], System.Globalization.CultureInfo.InvariantCulture).TotalMinutes;

    private static IEnumerable<double> Looks(SimulatedService service)
    {
        var times = service.Requests.Select(request => request.StartedAt).Distinct().ToList();
        return times.Select(time => (time - times[0]).TotalSeconds);
    }

    private async Task<SimulatedService> StartAsync(FastTime time, Lifecycle lifecycle, params SimulatedInstance[] fleet)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider, Lifecycle = lifecycle });
        service.Fleet.Load(fleet);
        return service;
    }
}
