using System.Globalization;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class ListTests : ServiceTest
{
    [Fact]
    public async Task All_lists_every_instance_once_in_the_order_of_the_service()
    {
        var service = await StartAsync(new SimulatorOptions
        {
            Instances = 1000,
            PageBase = 1,
            PageZero = PageZero.Error,
            MaxPageSize = 50,
            Latency = TimeSpan.FromMilliseconds(5),
        });

        var ids = Connect(service, "-ThrottleLimit 4").Texts("Get-NovitaInstance -All | ForEach-Object Id");

        Assert.Equal(service.Fleet.Snapshot().Select(instance => instance.Id), ids);
        Assert.InRange(service.Requests.PeakConcurrent, 2, 4);
    }

    [Fact]
    public async Task Up_to_a_hundred_need_no_All_and_no_warning() =>
        Assert.Equal(100, Connect(await StartAsync(100)).Output("Get-NovitaInstance").Length);

    [Theory]
    [InlineData("Get-NovitaInstance", TotalForm.Number, "100 of 250")]
    [InlineData("Get-NovitaInstance -All:$false", TotalForm.Number, "100 of 250")]
    [InlineData("Get-NovitaInstance -Name *", TotalForm.Number, "more than 100")]
    [InlineData("Get-NovitaInstance", TotalForm.Absent, "more than 100")]
    public async Task Without_All_a_hundred_come_out_and_one_warning_says_so(string script, TotalForm total, string expected)
    {
        var shell = Connect(await StartAsync(new SimulatorOptions { Total = total }));

        var run = shell.Invoke(script);

        Assert.Equal(100, run.Output.Length);
        var warning = Assert.Single(run.Warnings);
        Assert.Contains(expected, warning, StringComparison.Ordinal);
        Assert.Contains("-All", warning, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("-First 7", 0, 7, 1)]
    [InlineData("-First 0", 0, 0, 0)]
    [InlineData("-Skip 120 -First 3", 120, 3, 2)]
    [InlineData("-Skip 120 -All", 120, 130, 3)]
    public async Task First_and_Skip_choose_rows_with_no_request_too_many(string parameters, int skip, int take, int requests)
    {
        var service = await StartAsync();

        var ids = Connect(service).Texts($"Get-NovitaInstance {parameters} | ForEach-Object Id");

        Assert.Equal(service.Fleet.Snapshot().Skip(skip).Take(take).Select(instance => instance.Id), ids);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Theory]
    [InlineData(TotalForm.Number, "Total count: 250")]
    [InlineData(TotalForm.Absent, "Unknown total count")]
    public async Task IncludeTotalCount_comes_first(TotalForm total, string expected)
    {
        var service = await StartAsync(new SimulatorOptions { Total = total });
        var shell = Connect(service);

        var output = shell.Output("Get-NovitaInstance -First 2 -IncludeTotalCount | ForEach-Object { $_.ToString() }");

        Assert.Equal(3, output.Length);
        Assert.Equal(expected, output[0].ToString());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task The_first_page_is_written_before_the_second_is_asked_for_and_pages_never_run_far_ahead()
    {
        var service = await StartAsync(2000);
        var shell = Connect(service, "-ThrottleLimit 3").With("log", service.Requests);

        var ahead = shell.Output("$n = 0; Get-NovitaInstance -All | ForEach-Object { if (++$n % 100 -eq 0) { $log.Count - $n / 100 } }");

        Assert.Equal(0, Convert.ToInt32(ahead[0].BaseObject, CultureInfo.InvariantCulture));
        Assert.All(ahead, pages => Assert.InRange(Convert.ToInt32(pages.BaseObject, CultureInfo.InvariantCulture), 0, 3));
    }

    [Fact]
    public async Task What_a_list_taught_about_the_first_page_is_kept_in_the_session()
    {
        var service = await StartAsync(new SimulatorOptions { PageBase = 1, PageZero = PageZero.SameAsFirst });
        var shell = Connect(service);
        shell.Output("Get-NovitaInstance -All");
        service.Requests.Clear();

        Assert.Equal(250, shell.Output("Get-NovitaInstance -All").Length);
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData("-PageSize 10 -All", 10, 3)]
    [InlineData("-All -Verify", 100, 2)]
    public async Task The_page_size_is_the_users_and_Verify_reads_twice(string parameters, int size, int requests)
    {
        var service = await StartAsync(30);

        Assert.Equal(30, Connect(service).Output($"Get-NovitaInstance {parameters}").Length);

        Assert.Equal(Enumerable.Repeat($"{size}", requests), service.Requests.Select(request => request.Query["pageSize"]));
    }
}
