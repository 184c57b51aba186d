using System.Management.Automation;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class ProgressTests : ServiceTest
{
    [Fact]
    public async Task A_long_list_shows_now_and_then_how_far_it_is_and_ends_the_bar()
    {
        var shell = Connect(await StartAsync(1000));

        var run = shell.Invoke("Get-NovitaInstance -All -PageSize 10 | Out-Null");

        Assert.Equal(("20 of 1000 instances", 2), (run.Progress[0].StatusDescription, run.Progress[0].PercentComplete));
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);

        // 100 pages; four updates a second cannot make 50 unless this takes 12 seconds.
        Assert.InRange(run.Progress.Length, 2, 50);
    }

    [Fact]
    public async Task Each_cmdlet_of_a_pipeline_has_a_bar_of_its_own_and_ends_it()
    {
        var shell = Connect(await StartAsync(1000));

        var run = shell.Invoke("Get-NovitaInstance -All -PageSize 250 | ForEach-Object { if (++$n -in 300, 600) { Get-NovitaInstance -All | Out-Null } }");

        var bars = run.Progress.GroupBy(record => record.ActivityId).ToList();
        Assert.Equal(3, bars.Count);
        Assert.All(bars, bar =>
        {
            Assert.Single(bar, record => record.RecordType == ProgressRecordType.Completed);
            Assert.Equal(ProgressRecordType.Completed, bar.Last().RecordType);
            Assert.All(bar, record => Assert.Equal("Get-NovitaInstance", record.Activity));
        });
    }

    [Fact]
    public async Task A_single_page_shows_nothing() =>
        Assert.Empty(Connect(await StartAsync(100)).Invoke("Get-NovitaInstance").Progress);

    [Fact]
    public async Task A_wait_is_shown_and_the_bar_ends_with_the_error()
    {
        var service = await StartAsync(1000);
        var shell = Connect(service);
        using var fault = service.Inject(StatusFaults.Wait(429, "0"), request => request.Query["pageNum"] == "3");

        var run = shell.Invoke("Get-NovitaInstance -All | Out-Null");

        Assert.Equal("RateLimited", run.ErrorId);
        Assert.Contains("throttled, retry 4 of 4 in 0 s", run.Progress.Select(record => record.StatusDescription));
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }
}
