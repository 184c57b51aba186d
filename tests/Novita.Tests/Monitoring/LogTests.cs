using System.Diagnostics;
using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Areas.Monitoring;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Monitoring;

/// <summary><c>Get-NovitaInstanceLog</c>.</summary>
public sealed class LogTests : ServiceTest
{
    private readonly SimulatedInstance _instance = new() { Name = "train-1" };

    [Theory]
    [InlineData("", "one, two, three")]
    [InlineData("-Tail 2", "two, three")]
    [InlineData("-Tail 0", "")]
    [InlineData("-System", "pulled, created")]
    public async Task A_log_is_written_line_by_line_and_its_host_never_gets_the_key(string parameters, string lines)
    {
        var service = await StartAsync(new MonitoringOptions { ServesLogs = true, LogQuery = "token=hunter2" });
        service.Monitoring.Logs.Add(_instance.Id, ["one", "two", "three"]);
        service.Monitoring.Logs.Add(_instance.Id, ["pulled", "created"], "system");

        var output = Connect(service).Output($"Get-NovitaInstance -Name train-1 -Exact | Get-NovitaInstanceLog {parameters}");

        Assert.Equal(lines, string.Join(", ", output.Select(line => (string)line.BaseObject)));
        var asked = Assert.Single(LogRequests(service));
        Assert.False(asked.HasAuthorization);
        Assert.Equal("hunter2", asked.Query["token"]);
    }

    [Fact]
    public async Task Lines_that_come_later_are_written_as_they_come()
    {
        var service = await StartAsync(new MonitoringOptions { ServesLogs = true });
        service.Monitoring.Logs.Add(_instance.Id, ["old", "first"]);
        var shell = Connect(service).With("later", (Action)(() => service.Monitoring.Logs.Add(_instance.Id, ["second"])));

        var output = shell.Output("Get-NovitaInstanceLog -Name train-1 -Tail 1 -Follow | ForEach-Object { $_; if ($_ -eq 'first') { $later.Invoke() } } | Select-Object -First 2");

        Assert.Equal(["first", "second"], output.Select(line => (string)line.BaseObject));
    }

    [Fact]
    public async Task Stopping_ends_a_silent_log_at_once()
    {
        var service = await StartAsync(new MonitoringOptions { ServesLogs = true });
        var shell = Connect(service);
        using var pipeline = PowerShell.Create(shell.Runspace);
        var running = pipeline.AddScript("Get-NovitaInstanceLog -Name train-1 -Follow").BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => LogRequests(service).Any(), TimeSpan.FromSeconds(30)));
        var watch = Stopwatch.StartNew();

        pipeline.Stop();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.True(running.IsCompleted);
    }

    [Fact]
    public async Task An_instance_without_a_log_is_an_error_that_names_its_status_and_stops_no_other()
    {
        var service = await StartAsync(new MonitoringOptions { ServesLogs = true });
        service.Fleet.Add(new SimulatedInstance { Id = "pulling-1", Status = "pulling" });
        service.Monitoring.Logs.Add(_instance.Id, ["one"]);

        var run = Connect(service).Invoke($"'pulling-1', '{_instance.Id}' | Get-NovitaInstanceLog");

        Assert.Equal("InvalidState", run.ErrorId);
        Assert.Contains("whose status is 'pulling'", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("one", Assert.Single(run.Output).BaseObject);
    }

    private static IEnumerable<RecordedRequest> LogRequests(SimulatedService service) =>
        service.Requests.Where(request => request.Path.StartsWith("/logs/", StringComparison.Ordinal));

    private async Task<SimulatedService> StartAsync(MonitoringOptions monitoring, FastTime? time = null)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Monitoring = monitoring, TimeProvider = time?.Provider ?? TimeProvider.System });
        service.Fleet.Load([_instance]);
        return service;
    }
}
