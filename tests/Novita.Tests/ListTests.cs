using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class ListTests : ServiceTest
{
    /// <summary>Each option once; all their combinations are read without PowerShell, in the client's WholeListTests.</summary>
    public static TheoryData<SimulatorOptions> Services =>
    [
        new() { Instances = 0 },
        new() { Instances = 101 },
        new() { Total = TotalForm.Text, PageBase = 1 },
        new() { Total = TotalForm.Absent, PageBase = 1, PageZero = PageZero.Empty },
        new() { PageBase = 1, PageZero = PageZero.Error, MaxPageSize = 50, CapStep = CapStep.BySizeAsked },
        new() { MaxPageSize = 50 },
    ];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task All_lists_every_instance_once(SimulatorOptions options)
    {
        var service = await StartAsync(options);
        var shell = Connect(service);

        var ids = shell.Output("Get-NovitaInstance -All | ForEach-Object Id");

        Assert.Equal(options.Instances, ids.Length);
        Assert.Equal(service.Fleet.Snapshot().Select(instance => instance.Id), ids.Select(id => (string)id.BaseObject));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    public async Task Up_to_a_hundred_need_no_All_and_no_warning(int instances)
    {
        var shell = Connect(await StartAsync(instances));

        Assert.Equal(instances, shell.Output("Get-NovitaInstance").Length);
    }

    [Theory]
    [InlineData(TotalForm.Number, "100 of 250")]
    [InlineData(TotalForm.Absent, "more than 100")]
    public async Task Without_All_a_hundred_come_out_and_one_warning_says_so(TotalForm total, string expected)
    {
        var shell = Connect(await StartAsync(new SimulatorOptions { Total = total }));

        var run = shell.Invoke("Get-NovitaInstance");

        Assert.Equal(100, run.Output.Length);
        var warning = Assert.Single(run.Warnings);
        Assert.Contains(expected, warning, StringComparison.Ordinal);
        Assert.Contains("-All", warning, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task All_false_binds_and_means_the_limit()
    {
        var shell = Connect(await StartAsync(101));

        var run = shell.Invoke("Get-NovitaInstance -All:$false");

        Assert.Equal(100, run.Output.Length);
        Assert.Single(run.Warnings);
    }

    [Fact]
    public async Task First_chooses_the_number_without_a_warning()
    {
        var service = await StartAsync();
        var shell = Connect(service);

        Assert.Equal(7, shell.Output("Get-NovitaInstance -First 7").Length);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task First_250_takes_three_pages()
    {
        var service = await StartAsync(1000);
        var shell = Connect(service);

        Assert.Equal(250, shell.Output("Get-NovitaInstance -First 250").Length);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task First_zero_asks_nothing()
    {
        var service = await StartAsync();
        var shell = Connect(service);

        Assert.Empty(shell.Output("Get-NovitaInstance -First 0"));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Skip_leaves_out_the_beginning()
    {
        var service = await StartAsync();
        var shell = Connect(service);

        var ids = shell.Output("(Get-NovitaInstance -Skip 120 -First 3).Id");

        Assert.Equal(service.Fleet.Snapshot().Skip(120).Take(3).Select(instance => instance.Id), ids.Select(id => (string)id.BaseObject));
        Assert.Equal(130, shell.Output("Get-NovitaInstance -Skip 120 -All").Length);
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
    public async Task A_caller_that_leaves_early_causes_one_request()
    {
        var service = await StartAsync(1000);
        var shell = Connect(service);

        var output = shell.Output("foreach ($once in 1) { Get-NovitaInstance -All | ForEach-Object { $_; break } }");

        Assert.Single(output);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task The_first_page_is_written_before_the_second_is_asked_for()
    {
        var service = await StartAsync(1000);
        var shell = Connect(service).With("log", service.Requests);

        var requests = shell.Output("$n = 0; Get-NovitaInstance -All | ForEach-Object { if (++$n -eq 100) { $log.Count } }");

        Assert.Equal(1, requests.Single().BaseObject);
    }

    [Fact]
    public async Task The_page_size_is_the_users()
    {
        var service = await StartAsync(30);
        var shell = Connect(service);

        Assert.Equal(30, shell.Output("Get-NovitaInstance -PageSize 10 -All").Length);
        Assert.All(service.Requests, request => Assert.Equal("10", request.Query["pageSize"]));
    }

    [Fact]
    public async Task Numbers_compare_as_numbers()
    {
        var shell = Connect(await StartAsync(
            new() { Name = "two", GpuNum = 2 },
            new() { Name = "eight", GpuNum = 8 },
            new() { Name = "sixteen", GpuNum = 16, Memory = 9 }));

        Assert.Equal(["eight", "sixteen"], shell.Output("(Get-NovitaInstance | Where-Object GpuNum -gt 4).Name").Select(name => name.ToString()));
        Assert.Equal("sixteen", shell.Output("(Get-NovitaInstance | Where-Object Memory -lt 10).Name").Single().ToString());
    }

    [Fact]
    public async Task What_the_contract_does_not_know_passes_through()
    {
        var odd = new SimulatedInstance { Status = "pending", BillingMode = "weekly" };
        odd = odd with { Extra = odd.Extra.Add("useTime", "12").Add("sshPassword", "sim-password-1") };
        var shell = Connect(await StartAsync(odd));

        Assert.Equal("pending weekly", shell.Output("Get-NovitaInstance -Status pending -WarningAction SilentlyContinue | ForEach-Object { \"$($_.Status) $($_.BillingMode)\" }").Single().ToString());
        Assert.Equal("12 ********", shell.Output("$more = (Get-NovitaInstance).GetAdditionalData(); \"$($more['useTime']) $($more['sshPassword'])\"").Single().ToString());
        Assert.Equal("sim-password-1", shell.Output("$more['SSHPASSWORD'].Reveal()").Single().ToString());
        Assert.DoesNotContain(shell.Output("(Get-NovitaInstance).PSObject.Properties.Name"), name => name.ToString() is "useTime" or "sshPassword");
    }
}
