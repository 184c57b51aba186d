using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What <c>-Verbose</c> and <c>-Debug</c> tell of a run.</summary>
public sealed class StoryTests : ServiceTest
{
    [Fact]
    public async Task A_list_tells_each_page_and_each_reading()
    {
        var run = Connect(await StartAsync(150)).Invoke("Get-NovitaInstance -All -Verify -Verbose");

        Assert.Equal(
            [
                "page 0: 100 instances of 150",
                "page 1: 50 instances of 150",
                "reading 1 of the list saw 150 instances of 150: reading it again to make sure",
                "page 0: 100 instances of 150",
                "page 1: 50 instances of 150",
                "reading 2 of the list saw 150 instances of 150: it is complete",
            ],
            run.Verbose.Select(WithoutTime));
    }

    [Fact]
    public async Task Each_line_tells_which_of_several_sessions_and_names_it_is_about()
    {
        var service = await StartAsync(3);
        var shell = Connect(service, "-Name prod");
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name lab");

        var run = shell.Invoke("Get-NovitaInstance -All -Name a, b -Session prod, lab -Verbose");

        Assert.Equal(8, run.Verbose.Length);
        Assert.Equal(4, run.Verbose.Count(line => line.StartsWith("session 'lab': instances with name ", StringComparison.Ordinal)));
        Assert.Equal(2, run.Verbose.Count(line => line.StartsWith("session 'prod': instances with name 'b': ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_wait_tells_what_it_waits_for_whenever_that_changes()
    {
        var service = await StartInFastTimeAsync(new SimulatedInstance { Status = "exited" });

        var run = Connect(service).Invoke("Get-NovitaInstance | Start-NovitaInstance -Wait -Verbose");

        Assert.Equal(
            ["waiting for 'running': 1 toStart", "waiting for 'running': 1 starting"],
            run.Verbose.Where(line => line.StartsWith("waiting", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Get-NovitaInstance -All -Debug", 1)]
    [InlineData("New-NovitaInstance -Name new -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -Confirm:$false -Debug", 1)]
    [InlineData("Get-NovitaInstance | Stop-NovitaInstance -Debug", 0)]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name other -PassThru -Debug", 1)]
    [InlineData("Get-NovitaInstance | Wait-NovitaInstance -Status running, unheard -Debug", 1)]
    public async Task Debug_alone_tells_the_story_too_and_never_asks_whether_to_go_on(string script, int output)
    {
        var service = await StartAsync(new SimulatedInstance());
        var host = new AnsweringHost("Halt Command");
        var shell = Connect(service, host);

        var run = shell.Invoke(script);

        Assert.Null(run.Terminating);
        Assert.Empty(host.Questions);
        Assert.Equal(output, run.Output.Length);
        Assert.Empty(run.Verbose);
        Assert.Contains(run.Debug, line => line.Contains("HTTP 200", StringComparison.Ordinal));
        Assert.Contains(run.Debug, line => !line.Contains("HTTP 200", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Debug", 0, 1)]
    [InlineData("-Debug -Verbose", 0, 1)]
    [InlineData("-Debug -WarningAction Continue", 1, 0)]
    [InlineData("-Debug -WarningAction SilentlyContinue", 0, 0)]
    [InlineData("-Verbose", 1, 0)]
    public async Task A_warning_never_asks_whether_to_go_on(string parameters, int warnings, int debugLines)
    {
        var service = await StartAsync(250);
        var host = new AnsweringHost("Halt Command");
        var shell = Connect(service, host);

        var run = shell.Invoke($"Get-NovitaInstance {parameters}");

        Assert.Null(run.Terminating);
        Assert.Empty(host.Questions);
        Assert.Equal(100, run.Output.Length);
        Assert.Equal(warnings, run.Warnings.Count(line => line.StartsWith("100 of 250", StringComparison.Ordinal)));
        Assert.Equal(debugLines, run.Debug.Count(line => line.StartsWith("WARNING: 100 of 250", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_warning_of_the_client_never_asks_either()
    {
        var service = await StartInFastTimeAsync(new SimulatedInstance());
        var host = new AnsweringHost("Halt Command");
        var shell = Connect(service, host);
        service.Outage(TimeSpan.FromSeconds(40));

        var run = shell.Invoke("Watch-NovitaInstance -TimeoutSec 60 -Debug");

        Assert.Null(run.Terminating);
        Assert.Empty(host.Questions);
        Assert.Contains(run.Debug, line => line.StartsWith("WARNING: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pause_that_an_earlier_command_ran_into_is_told_and_shown_once_however_many_requests_wait()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 3, TimeProvider = time.Provider });
        var shell = Connect(service, "-MaximumRetryCount 0");
        service.Throttle(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
        Assert.Equal("RateLimited", shell.Invoke("Get-NovitaInstance").ErrorId);

        var run = shell.Invoke("Get-NovitaInstance -Name a, b, c -Verbose");

        Assert.Equal("instances with name 'a': the service asked for a pause: waiting 15 s", Assert.Single(run.Verbose, line => line.Contains("pause", StringComparison.Ordinal)));
        Assert.Contains("instances with name 'a': the service asked for a pause: waiting 15 s", run.Progress.Select(record => record.StatusDescription));
    }

    private static string WithoutTime(string line) => line.Contains(" in ", StringComparison.Ordinal) ? line[..line.IndexOf(" in ", StringComparison.Ordinal)] : line;
}
