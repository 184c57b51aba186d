using Novita.Tests.Fixtures;

namespace Novita.Tests.Inputs;

/// <summary>After a connect that failed no session is current: what follows must not act on another account.</summary>
[Collection(ProcessWide.Name)]
public sealed class FailedConnectTests : ServiceTest
{
    [Theory]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey sk_wrong_0123456789 -Name b")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey '' -Name b")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey '\"sk_quoted_0123456789\"' -Name b")]
    [InlineData("Connect-Novita -Endpoint http://127.0.0.1:1 -MaximumRetryCount 0 -ApiKey sk_any_0123456789 -Name b")]
    [InlineData("Connect-Novita -Endpoint 'not an address' -ApiKey sk_any_0123456789 -Name b")]
    [InlineData("Connect-Novita -TimeoutSec 0 -ApiKey sk_any_0123456789 -Name b")]
    public async Task Cmdlets_without_a_session_end_with_an_error(string connect)
    {
        var service = await StartAsync(2);
        var shell = Connect(service, "-Name a");
        Environment.Set("NOVITA_API_KEY", service.ApiKey).Set("NOVITA_ENDPOINT", $"{service.Endpoint}");

        var failed = shell.Invoke(connect).Error.Exception.Message;
        service.Requests.Clear();
        var run = shell.Invoke("Get-NovitaInstance | Stop-NovitaInstance");

        Assert.Equal("NotConnected", run.ErrorId);
        Assert.Contains("failed, so no session is current", run.Error.Exception.Message, StringComparison.Ordinal);
        if (!connect.Contains("-TimeoutSec", StringComparison.Ordinal))
        {
            // Where binding fails, the error is the engine's, and the name is not bound yet.
            Assert.Contains("No session is current now", failed, StringComparison.Ordinal);
            Assert.Contains("'b'", run.Error.Exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(service.Requests);
        Assert.Equal(2, shell.Output("Get-NovitaInstance -Session a").Length);
    }

    [Theory]
    [InlineData("Disconnect-Novita")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name c")]
    public async Task A_disconnect_or_a_connect_that_succeeds_makes_a_session_current_again(string script)
    {
        var shell = Connect(await StartAsync(1), "-Name a");
        shell.Invoke("Connect-Novita -Endpoint $endpoint -ApiKey sk_wrong_0123456789 -Name b");

        shell.Output(script);

        Assert.Single(shell.Output("Get-NovitaInstance"));
        Assert.Single(shell.Output("Get-NovitaInstance -Session a"));
    }

    [Fact]
    public async Task An_object_still_acts_through_the_session_that_it_came_through()
    {
        var service = await StartAsync(new Simulator.SimulatedInstance());
        var shell = Connect(service, "-Name a");
        shell.Invoke("$i = Get-NovitaInstance; Connect-Novita -Endpoint $endpoint -ApiKey sk_wrong_0123456789 -Name b");

        shell.Output("$i | Stop-NovitaInstance");

        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task A_worker_is_lent_nothing_after_a_failed_connect()
    {
        var service = await StartAsync(1);
        var shell = Connect(service, "-Name a");
        var worker = NewShell();
        Assert.Single(worker.Output("Get-NovitaInstance"));

        shell.Invoke("Connect-Novita -Endpoint $endpoint -ApiKey sk_wrong_0123456789 -Name b");

        Assert.Equal("NotConnected", worker.Invoke("Get-NovitaInstance").ErrorId);
    }

    [Theory]
    [InlineData("-ApiKey '\"sk_0123456789abcdef\"'", "is in quotes: write it without")]
    [InlineData("-ApiKey \"'sk_0123456789abcdef'\"", "is in quotes: write it without")]
    [InlineData("-ApiKey \"sk_0123456789`0abcdef\"", "control character")]
    [InlineData("-ApiKey (ConvertTo-SecureString \"sk_0123456789`0abcdef\" -AsPlainText -Force)", "control character")]
    public async Task A_key_in_quotes_or_with_a_control_character_is_refused_without_quoting_it(string parameters, string told)
    {
        var service = await StartAsync(1);

        var message = NewShell(service).Invoke($"Connect-Novita -Endpoint $endpoint {parameters}").Error.Exception.Message;

        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_", message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }
}
