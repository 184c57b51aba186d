using System.Management.Automation;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

[Collection(ProcessWide.Name)]
public sealed class SessionTests : ServiceTest
{
    [Fact]
    public void Without_a_session_there_is_one_error_that_says_what_to_do()
    {
        var run = NewShell().Invoke("Get-NovitaInstance");

        Assert.Equal("NotConnected", run.ErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, run.Error.CategoryInfo.Category);
        Assert.Contains("Connect-Novita", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_checks_the_key_with_one_small_request_and_is_silent()
    {
        var service = await StartAsync();

        Assert.Empty(NewShell(service).Output("Connect-Novita -Endpoint $endpoint -ApiKey $key"));

        var request = Assert.Single(service.Requests);
        Assert.Equal(("1", "1"), (request.Query["pageSize"], request.Query["pageNum"]));
        Assert.Matches(@"^Novita/\d+\.\d+\.\d+ \(PowerShell/7[.\d]+; (Linux|Windows|macOS)\)$", request.UserAgent);
    }

    [Fact]
    public async Task SkipValidation_asks_nothing_and_PassThru_gives_the_session()
    {
        var service = await StartAsync();

        var session = NewShell(service).Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name prod -SkipValidation -PassThru").Single();

        Assert.Empty(service.Requests);
        Assert.Equal("prod", session.Properties["Name"].Value);
        Assert.Equal(service.ApiKey[^4..], session.Properties["ApiKeyLastFour"].Value);
    }

    [Theory]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key", "-ApiKey")]
    [InlineData("Connect-Novita -Endpoint $endpoint $key", "-ApiKey")]
    [InlineData("$key | Connect-Novita -Endpoint $endpoint", "the pipeline")]
    [InlineData("$secure | Connect-Novita -Endpoint $endpoint", "the pipeline")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $secure", "-ApiKey")]
    [InlineData("Connect-Novita -Endpoint $endpoint -Credential $credential", "-Credential")]
    [InlineData("$env:NOVITA_API_KEY = $key; Connect-Novita -Endpoint $endpoint", "$env:NOVITA_API_KEY")]
    [InlineData("$env:NOVITA_API_KEY = $key; $env:NOVITA_ENDPOINT = $endpoint; Connect-Novita", "$env:NOVITA_API_KEY")]
    public async Task The_key_may_be_given_in_every_way_and_a_refusal_names_the_way(string script, string source)
    {
        var service = await StartAsync(2);

        Assert.Equal(2, NewKeyShell(service, service.ApiKey).Output($"{script}; Get-NovitaInstance").Length);

        var run = NewKeyShell(service, "sk_wrong_key_of_someone").Invoke(script);
        Assert.Equal("ApiKeyRefused", run.ErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, run.Error.CategoryInfo.Category);
        Assert.Contains($"from {source}, ending in eone", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("UNAUTHORIZED, HTTP 401", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Novita -Endpoint $endpoint")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey '  '")]
    [InlineData("@() | Connect-Novita -Endpoint $endpoint")]
    public async Task Without_a_key_nothing_is_sent_and_nobody_is_asked(string script)
    {
        var service = await StartAsync();

        var run = NewShell(service).Invoke(script);

        Assert.Equal("ApiKeyMissing", run.ErrorId);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_host_with_a_user_is_asked_once_and_masked()
    {
        var service = await StartAsync(1);
        var host = new AnsweringHost(service.ApiKey);
        var shell = NewShell(host).With("endpoint", service.Endpoint);

        Assert.Single(shell.Output("Connect-Novita -Endpoint $endpoint; Get-NovitaInstance"));
        Assert.Equal(1, host.MaskedPrompts);
    }

    [Fact]
    public async Task The_environment_alone_is_enough()
    {
        var service = await StartAsync(3);
        Environment.Set("NOVITA_API_KEY", service.ApiKey).Set("NOVITA_ENDPOINT", service.Endpoint.ToString());

        var shell = NewShell();

        Assert.Equal(3, shell.Output("Get-NovitaInstance").Length);
        Assert.Equal("env:NOVITA_API_KEY", shell.Output("(Get-NovitaInstance -First 1).SessionName").Single().ToString());
    }

    [Fact]
    public async Task A_worker_inherits_the_first_runspaces_latest_session_until_it_disconnects()
    {
        var (one, two) = (await StartAsync(1), await StartAsync(2));
        var first = Connect(one);
        var worker = NewShell();

        Assert.Single(worker.Output("Get-NovitaInstance"));

        first.With("endpoint", two.Endpoint).With("key", two.ApiKey).Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name later");
        Assert.Equal(2, worker.Output("Get-NovitaInstance").Length);

        first.Output("Disconnect-Novita -All");
        Assert.Equal("NotConnected", worker.Invoke("Get-NovitaInstance").ErrorId);
    }

    [Fact]
    public async Task A_connect_inside_a_worker_touches_only_that_worker()
    {
        var (one, two) = (await StartAsync(1), await StartAsync(2));
        var first = Connect(one);
        var worker = Connect(two);

        Assert.Equal(2, worker.Output("Get-NovitaInstance").Length);
        Assert.Single(first.Output("Get-NovitaInstance"));
        Assert.Single(NewShell().Output("Get-NovitaInstance"));

        worker.Output("Disconnect-Novita");
        Assert.Single(worker.Output("Get-NovitaInstance"));
        worker.Output("Disconnect-Novita; Disconnect-Novita -All");
        Assert.Single(first.Output("Get-NovitaInstance"));
    }

    [Fact]
    public async Task A_closed_runspace_lends_nothing()
    {
        var first = Connect(await StartAsync(1));
        first.Dispose();

        Assert.Equal("NotConnected", NewShell().Invoke("Get-NovitaInstance").ErrorId);
    }

    [Fact]
    public async Task Several_sessions_fan_out_each_once()
    {
        var (one, two) = (await StartAsync(101), await StartAsync(2));
        var shell = ConnectBoth(one, two);

        var names = shell.Output("(Get-NovitaInstance -Session one, two, ONE, (Get-NovitaSession two) -All).SessionName").Select(name => name.ToString()).ToList();

        Assert.Equal(101, names.Count(name => name == "one"));
        Assert.Equal(2, names.Count(name => name == "two"));
        Assert.Equal("Total count: 103", shell.Output("Get-NovitaInstance -Session one, two -First 0 -IncludeTotalCount | ForEach-Object { $_.ToString() }").Single().ToString());
    }

    [Fact]
    public async Task Connect_takes_the_place_of_a_session_of_its_name_and_Disconnect_ends_the_latest_the_named_or_all()
    {
        var shell = Connect(await StartAsync(1), "-Name a");
        foreach (var name in new[] { "b", "c", "c", "d" })
        {
            shell.Output($"Connect-Novita -Endpoint $endpoint -ApiKey $key -SkipValidation -Name {name}");
        }

        shell.Output("Disconnect-Novita");
        Assert.Equal(["a", "b", "c"], shell.Texts("Get-NovitaSession"));
        shell.Output("Disconnect-Novita -Session A");
        Assert.Equal(["b", "c"], shell.Texts("Get-NovitaSession"));
        shell.Output("Disconnect-Novita -All; Disconnect-Novita");
        Assert.Empty(shell.Output("Get-NovitaSession"));
    }

    [Fact]
    public async Task A_name_that_no_session_has_keeps_no_other_from_ending()
    {
        var shell = Connect(await StartAsync(1), "-Name a");

        var run = shell.Invoke("Disconnect-Novita nope, a, a");

        Assert.Null(run.Terminating);
        Assert.Equal(("NotConnected", "nope"), (run.ErrorId, run.Error.TargetObject));
        Assert.Empty(shell.Output("Get-NovitaSession"));
    }

    [Fact]
    public async Task A_disconnected_session_does_nothing_any_more()
    {
        var service = await StartAsync(1);
        var shell = Connect(service);

        var run = shell.Invoke("$session = Get-NovitaSession; Disconnect-Novita; Get-NovitaInstance -Session $session");

        Assert.Equal("NotConnected", run.ErrorId);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_worker_cannot_end_what_it_was_lent()
    {
        var first = Connect(await StartAsync(1));

        var run = NewShell().Invoke("Get-NovitaSession | Disconnect-Novita");

        Assert.Equal("InvalidState", run.ErrorId);
        Assert.Single(first.Output("Get-NovitaInstance"));
    }

    [Fact]
    public async Task The_environments_session_follows_its_variables()
    {
        var (one, two) = (await StartAsync(1), await StartAsync(2));
        Environment.Set("NOVITA_API_KEY", one.ApiKey).Set("NOVITA_ENDPOINT", one.Endpoint.ToString());
        var shell = NewShell();
        Assert.Single(shell.Output("Get-NovitaInstance"));

        Environment.Set("NOVITA_API_KEY", two.ApiKey).Set("NOVITA_ENDPOINT", "http://gpu.example");
        Assert.Equal("InsecureEndpoint", shell.Invoke("Get-NovitaInstance").ErrorId);
        Environment.Set("NOVITA_ENDPOINT", one.Endpoint.ToString());
        Assert.Equal("ApiKeyRefused", shell.Invoke("Get-NovitaInstance").ErrorId);
        Environment.Set("NOVITA_ENDPOINT", two.Endpoint.ToString());
        Assert.Equal(2, shell.Output("Get-NovitaInstance").Length);
        Assert.Equal("InvalidState", shell.Invoke("Disconnect-Novita env:NOVITA_API_KEY").ErrorId);
        Assert.Equal(2, shell.Output("Get-NovitaInstance").Length);
    }

    [Fact]
    public async Task The_failing_session_of_several_is_named_after_what_the_others_gave()
    {
        var (one, two) = (await StartAsync(120), await StartAsync(2));
        var shell = ConnectBoth(one, two, "-MaximumRetryCount 0");
        await two.DisposeAsync();

        var run = shell.Invoke("Get-NovitaInstance -Session one, two -All");

        Assert.Equal(120, run.Output.Length);
        Assert.Equal("ConnectionFailed", run.ErrorId);
        Assert.Contains("session 'two'", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_are_found_by_name_or_wildcard()
    {
        var shell = Connect(await StartAsync(1), "-Name production");

        Assert.Single(shell.Output("Get-NovitaSession PROD*"));
        Assert.Empty(shell.Output("Get-NovitaSession x*"));
        Assert.Equal("NotConnected", shell.Invoke("Get-NovitaSession x").ErrorId);
    }

    [Fact]
    public async Task A_session_that_came_through_a_job_stands_for_its_name()
    {
        var shell = Connect(await StartAsync(1));

        Assert.Single(shell.Output("$far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-NovitaSession))); Get-NovitaInstance -Session $far"));
    }

    [Fact]
    public async Task A_session_counts_what_it_does()
    {
        var service = await StartAsync();
        var shell = Connect(service);
        using var throttle = service.Inject(StatusFaults.Wait(429, "0"), times: 1);

        var session = shell.Output("Get-NovitaInstance -All | Out-Null; Get-NovitaSession").Single();

        Assert.Equal((5L, 1L, 1L), (Value(session, "Requests"), Value(session, "Retries"), Value(session, "ThrottleWaits")));
        Assert.True((long)Value(session, "BytesReceived")! > 100_000);
    }

    private Shell NewKeyShell(Simulator.SimulatedService service, string key)
    {
        Environment.Set("NOVITA_API_KEY", null).Set("NOVITA_ENDPOINT", null);
        var secure = new System.Net.NetworkCredential("", key).SecurePassword;
        return NewShell(service).With("key", key).With("secure", secure).With("credential", new PSCredential("anyone", secure));
    }
}
