using System.Globalization;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class ResilienceTests : ServiceTest
{
    [Fact]
    public async Task A_429_a_reset_and_a_cut_page_cost_three_verbose_lines_and_nothing_else()
    {
        var service = await StartAsync(10_000);
        var shell = Connect(service, "-Name here");
        var pending = new HashSet<string> { "20", "40", "60" };
        using var faults = service.Intercept(async (context, next) =>
        {
            var page = context.Request.Query["pageNum"].ToString();
            bool isFirst;
            lock (pending)
            {
                isFirst = pending.Remove(page);
            }

            switch (isFirst ? page : "")
            {
                case "20":
                    context.Response.StatusCode = 429;
                    context.Response.Headers.RetryAfter = "0";
                    break;
                case "40":
                    context.Abort();
                    break;
                case "60":
                    context.Response.ContentLength = 50_000;
                    await context.Response.Body.WriteAsync("{\"instances\":[{\"id\":"u8.ToArray());
                    await context.Response.Body.FlushAsync();
                    context.Abort();
                    break;
                default:
                    await next(context);
                    break;
            }
        });

        var run = shell.Invoke("Get-NovitaInstance -All -Verbose");

        Assert.Empty(run.Errors);
        Assert.Equal(service.Fleet.Snapshot().Select(instance => instance.Id), run.Output.Select(instance => (string)instance.Properties["Id"].Value));
        Assert.Equal(3, run.Verbose.Count(line => line.Contains("retry 1 of 4", StringComparison.Ordinal)));
        Assert.Equal(103, service.Requests.Count);
        var session = shell.Output("Get-NovitaSession here").Single();
        Assert.Equal((3L, 1L), (session.Properties["Retries"].Value, session.Properties["ThrottleWaits"].Value));
    }

    [Fact]
    public async Task Pages_come_in_parallel_within_the_limit_and_in_order()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 5_000, Latency = TimeSpan.FromMilliseconds(5) });
        var shell = Connect(service, "-ThrottleLimit 4");

        var ids = shell.Output("Get-NovitaInstance -All | ForEach-Object Id");

        Assert.Equal(service.Fleet.Snapshot().Select(instance => instance.Id), ids.Select(id => (string)id.BaseObject));
        Assert.Equal(50, service.Requests.Count);
        Assert.InRange(service.Requests.PeakConcurrent, 2, 4);
    }

    [Fact]
    public async Task A_slow_consumer_is_never_more_than_the_limit_ahead_of()
    {
        var service = await StartAsync(5_000);
        var shell = Connect(service, "-ThrottleLimit 3").With("log", service.Requests);

        var ahead = shell.Output("$n = 0; Get-NovitaInstance -All | ForEach-Object { if (++$n % 100 -eq 0) { $log.Count - $n / 100 } }");

        Assert.All(ahead, pages => Assert.InRange(Convert.ToInt32(pages.BaseObject, CultureInfo.InvariantCulture), 0, 3));
    }

    [Theory]
    [InlineData(PageZero.SameAsFirst, 4, 3)]
    [InlineData(PageZero.Error, 4, 3)]
    [InlineData(PageZero.Empty, 4, 3)]
    public async Task What_a_list_taught_about_the_first_page_is_kept_in_the_session(PageZero zero, int first, int later)
    {
        var service = await StartAsync(new SimulatorOptions { PageBase = 1, PageZero = zero });
        var shell = Connect(service);

        shell.Output("Get-NovitaInstance -All");
        Assert.Equal(first, service.Requests.Count);

        service.Requests.Clear();
        Assert.Equal(250, shell.Output("Get-NovitaInstance -All").Length);
        Assert.Equal(later, service.Requests.Count);
    }

    [Fact]
    public async Task A_fleet_that_grows_while_it_is_read_is_read_again_and_whole()
    {
        var service = await StartAsync(450);
        var shell = Connect(service);
        var before = service.Fleet.Snapshot().Select(instance => instance.Id).ToList();
        var created = 0;
        using var growth = service.Intercept(async (context, next) =>
        {
            await next(context);
            if (Interlocked.Increment(ref created) <= 3)
            {
                service.Fleet.Add(new SimulatedInstance());
            }
        });

        var ids = shell.Output("Get-NovitaInstance -All | ForEach-Object Id").Select(id => (string)id.BaseObject).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Subset(ids.ToHashSet(StringComparer.Ordinal), before.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Verify_reads_until_two_readings_agree()
    {
        var service = await StartAsync(250);
        var shell = Connect(service);

        Assert.Equal(250, shell.Output("Get-NovitaInstance -All -Verify").Length);
        Assert.Equal(6, service.Requests.Count);
    }
}
