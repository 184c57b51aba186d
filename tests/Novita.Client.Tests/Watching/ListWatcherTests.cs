namespace Novita.Client.Tests.Watching;

/// <summary>What is told of a fleet that is looked at again and again.</summary>
public sealed class ListWatcherTests
{
    private const string A = "\"id\":\"a\",\"name\":\"one\",\"status\":\"running\"";
    private const string B = "\"id\":\"b\",\"status\":\"exited\"";

    private readonly WatchRun _run = new();

    [Fact]
    public async Task The_same_ports_in_another_order_are_no_change()
    {
        await _run.LookAsync("\"id\":\"a\",\"portMappings\":[{\"port\":80,\"type\":\"http\"},{\"port\":22,\"type\":\"tcp\"}]");

        Assert.Empty(await _run.LookAsync("\"id\":\"a\",\"portMappings\":[{\"port\":22,\"type\":\"tcp\"},{\"port\":80,\"type\":\"http\"}]"));
    }

    [Fact]
    public async Task A_new_instance_is_told_with_its_status()
    {
        await _run.LookAsync(B);

        var change = Assert.Single(await _run.LookAsync(A, B));

        Assert.Equal(("a", "one", "Created", null, "running"), (change.Id, change.Name, change.Property, change.Old, change.New));
        Assert.Equal("one (a): Created - -> running", change.ToString());
        Assert.Equal([10], _run.Clock.WaitsInSeconds);
        Assert.Empty(await _run.LookAsync(A, B));
    }

    [Fact]
    public async Task An_instance_that_is_gone_is_told_once_with_its_last_status()
    {
        await _run.LookAsync(A, B);

        var change = Assert.Single(await _run.LookAsync(B));

        Assert.Equal(("a", "one", "Removed", "running", null), (change.Id, change.Name, change.Property, change.Old, change.New));
        Assert.Equal("one (a): Removed running -> -", change.ToString());
        Assert.Equal(1, _run.Count);
        Assert.Empty(await _run.LookAsync(B));
        Assert.Equal("Created", Assert.Single(await _run.LookAsync(A, B)).Property);
    }

    [Fact]
    public async Task Each_property_of_each_instance_that_changes_is_a_change_of_its_own()
    {
        await _run.LookAsync(A, B);

        var changes = await _run.LookAsync("\"id\":\"b\",\"status\":\"toStart\",\"name\":\"two\"", "\"id\":\"c\"", "\"id\":\"a\",\"name\":\"one\",\"status\":\"exited\"");

        Assert.Equal(
            ["two (b): Name  -> two", "two (b): Status exited -> toStart", "c: Created - -> ", "one (a): Status running -> exited"],
            changes.Select(change => change.ToString()));
    }

    [Fact]
    public async Task A_list_that_is_not_confirmed_tells_of_no_removal_and_the_next_that_is_does()
    {
        await _run.LookAsync(A, B);
        _run.IsWhole = false;

        Assert.Equal("Status", Assert.Single(await _run.LookAsync("\"id\":\"b\",\"status\":\"toStart\"")).Property);
        Assert.Equal("Created", Assert.Single(await _run.LookAsync("\"id\":\"b\",\"status\":\"toStart\"", "\"id\":\"c\"")).Property);
        Assert.Contains("confirmed", Assert.Single(_run.Events, told => told.Kind == ClientEventKind.Warning).Text, StringComparison.Ordinal);
        _run.IsWhole = true;

        Assert.Equal("one (a): Removed running -> -", Assert.Single(await _run.LookAsync("\"id\":\"b\",\"status\":\"toStart\"", "\"id\":\"c\"")).ToString());
    }

    [Fact]
    public async Task An_instance_that_only_an_unconfirmed_list_lacked_is_no_change()
    {
        await _run.LookAsync(A, B);
        _run.IsWhole = false;
        await _run.LookAsync(B);
        _run.IsWhole = true;

        Assert.Empty(await _run.LookAsync(A, B));
    }

    [Fact]
    public async Task Until_a_list_is_confirmed_nothing_is_new()
    {
        _run.IsWhole = false;
        Assert.Empty(await _run.LookAsync(A));
        Assert.Empty(await _run.LookAsync(A, B));
        _run.IsWhole = true;
        Assert.Empty(await _run.LookAsync(A, B, "\"id\":\"c\""));

        Assert.Equal("d", Assert.Single(await _run.LookAsync(A, B, "\"id\":\"c\"", "\"id\":\"d\"")).Id);
    }

    [Fact]
    public async Task An_outage_is_told_once_and_what_changed_meanwhile_after_it()
    {
        await _run.LookAsync(A, B);
        _run.Fault = new NovitaException(NovitaErrorKind.ServiceUnavailable, "The service failed.");

        for (var look = 0; look < 3; look++)
        {
            Assert.Empty(await _run.LookAsync());
        }

        Assert.Equal("The service failed. Looking again.", Assert.Single(_run.Events, told => told.Kind == ClientEventKind.Warning).Text);
        Assert.Equal(2, _run.Events.Count(told => told.Kind == ClientEventKind.Step));
        Assert.Equal(2, _run.Count);
        _run.Fault = null;
        Assert.Equal("Removed", Assert.Single(await _run.LookAsync(A)).Property);
        _run.Fault = new NovitaException(NovitaErrorKind.ConnectionFailed, "Gone again.");
        await _run.LookAsync();
        Assert.Equal(2, _run.Events.Count(told => told.Kind == ClientEventKind.Warning));
    }

    [Fact]
    public async Task A_service_that_is_out_at_first_is_no_empty_list()
    {
        _run.Fault = new NovitaException(NovitaErrorKind.RequestTimedOut, "No answer.");
        Assert.Empty(await _run.LookAsync());
        _run.Fault = null;

        Assert.Empty(await _run.LookAsync(A, B));
    }

    [Theory]
    [InlineData(NovitaErrorKind.ApiKeyRefused)]
    [InlineData(NovitaErrorKind.AccessDenied)]
    [InlineData(NovitaErrorKind.RequestInvalid)]
    [InlineData(NovitaErrorKind.NotConnected)]
    public async Task A_failure_that_will_not_pass_ends_a_watch(NovitaErrorKind kind)
    {
        await _run.LookAsync(A);
        _run.Fault = new NovitaException(kind, "no");

        Assert.Equal(kind, (await Assert.ThrowsAsync<NovitaException>(_run.NextAsync)).Kind);
        Assert.Empty(_run.Events);
    }

    [Fact]
    public async Task Instances_of_one_id_in_two_sessions_are_two()
    {
        var (one, other, changed) = (WatchRun.Instances(A)[0], WatchRun.Instances(A)[0], WatchRun.Instances("\"id\":\"a\",\"name\":\"one\",\"status\":\"exited\"")[0]);
        (one.SessionName, other.SessionName, changed.SessionName) = ("dev", "prod", "prod");
        Assert.Empty(await _run.LookAtAsync([one, other]));
        Assert.Equal(2, _run.Count);

        var change = Assert.Single(await _run.LookAtAsync([one, changed]));

        Assert.Equal(("prod", "Status"), (change.SessionName, change.Property));
        Assert.Equal("dev", Assert.Single(await _run.LookAtAsync([changed])).SessionName);
    }

    [Fact]
    public async Task After_the_time_out_one_last_look_is_taken()
    {
        var run = new WatchRun(TimeSpan.FromSeconds(25));

        while (await run.NextAsync() is not null)
        {
        }

        Assert.Equal([10, 10, 5], run.Clock.WaitsInSeconds);
        Assert.Equal(4, run.Looks);
        Assert.Null(await run.NextAsync());
        Assert.Equal(4, run.Looks);
    }

    [Fact]
    public async Task The_notice_of_a_spot_instance_tells_the_time_left()
    {
        var reclaim = _run.Clock.UtcNow.AddSeconds(10 + 3600).ToUnixTimeSeconds();
        await _run.LookAsync("\"id\":\"a\",\"spotStatus\":\"running\",\"spotReclaimTime\":\"0\",\"status\":\"running\"");

        var changes = await _run.LookAsync($"\"id\":\"a\",\"spotStatus\":\"notified\",\"spotReclaimTime\":\"{reclaim}\",\"status\":\"stopping\"");

        Assert.Equal(
            [("Status", null), ("SpotStatus", TimeSpan.FromHours(1)), ("SpotReclaimTime", TimeSpan.FromHours(1))],
            changes.Select(change => (change.Property, change.TimeLeft)));
        Assert.All(await _run.LookAsync("\"id\":\"a\",\"spotStatus\":\"running\",\"status\":\"stopping\""), change => Assert.Null(change.TimeLeft));
    }
}
