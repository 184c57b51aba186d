using System.Diagnostics;
using System.Management.Automation;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class StopTests : ServiceTest
{
    [Theory]
    [InlineData("Get-NovitaInstance -Session one, two -All")]
    [InlineData("Connect-Novita -Endpoint $endpoint -ApiKey $key")]
    public async Task Stop_ends_a_hanging_request_at_once_and_without_an_error(string script)
    {
        var service = await StartAsync();
        var runspace = ConnectBoth(service, service);
        var (asked, cut) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var hang = service.Intercept(async (context, _) =>
        {
            context.RequestAborted.Register(cut.SetResult);
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var shell = PowerShell.Create(runspace.Runspace);
        shell.AddScript(script);
        var running = shell.BeginInvoke();
        await asked.Task;

        // Bounded by the session's 60 s time-out if nothing is cancelled, so half of that cannot pass by luck.
        var watch = Stopwatch.StartNew();
        shell.Stop();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(shell.Streams.Error);
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Stop_ends_a_wait_between_two_tries()
    {
        var service = await StartAsync();
        var runspace = Connect(service);
        using var throttle = service.Inject(StatusFaults.Wait(429, "100"));
        using var shell = PowerShell.Create(runspace.Runspace);
        shell.AddScript("Get-NovitaInstance -Verbose");
        using var waiting = new SemaphoreSlim(0);
        shell.Streams.Verbose.DataAdded += (_, _) => waiting.Release();
        shell.BeginInvoke();
        await waiting.WaitAsync();

        var watch = Stopwatch.StartNew();
        shell.Stop();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        Assert.Empty(shell.Streams.Error);
        Assert.Contains("throttled, retry 1 of 4 in 100 s", shell.Streams.Verbose.Select(record => record.Message));
    }
}
