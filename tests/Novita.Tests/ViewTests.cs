using System.Text.RegularExpressions;
using Novita.Demo.Hosting;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

[Collection(ProcessWide.Name)]
public sealed class ViewTests : ServiceTest
{
    [Fact]
    public async Task The_table_fits_120_columns_with_all_of_its_columns()
    {
        var service = await StartAsync(
            new() { Name = new string('n', 60), ProductName = new string('p', 60), ClusterName = new string('c', 60), BillingMode = "onDemand" },
            new() { Name = "last", GpuNum = 16, ProductName = "RTX 4090 24GB", ClusterName = "AS-SGP-02", BillingMode = "monthly", EndTime = DateTimeOffset.Now.AddDays(30) });

        var lines = await ShowAsync(service, "Get-NovitaInstance", 120);

        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.Matches("^Id +Name +Status +GPU +ClusterName +BillingMode +Ends", lines[0]);
        Assert.Matches(@"last +running +16 x RTX 4090 24GB +AS-SGP-02 +monthly +\d{4}-\d\d-\d\d \d\d:\d\d$", lines[^1]);
    }

    [Theory]
    [InlineData(80, "Id Name Status GPU")]
    [InlineData(91, "Id Name Status GPU ClusterName")]
    [InlineData(103, "Id Name Status GPU ClusterName BillingMode")]
    [InlineData(120, "Id Name Status GPU ClusterName BillingMode Ends")]
    public async Task The_table_keeps_whole_columns(int width, string headers)
    {
        var service = await StartAsync(new SimulatedInstance
        {
            Id = new string('i', 16),
            Status = "toRestart",
            GpuNum = 8,
            ProductName = "RTX 6000 Ada 48GB",
            ClusterName = "AS-SGP-02",
            BillingMode = "onDemand",
            EndTime = DateTimeOffset.Now.AddDays(30),
        });

        var lines = await ShowAsync(service, "Get-NovitaInstance", width);

        Assert.Equal(headers, Regex.Replace(lines[0], " +", " "));
        Assert.Equal(3, lines.Length);
        Assert.DoesNotContain('\u2026', lines[2]);
        Assert.InRange(lines[2].Length, 1, width);
    }

    [Theory]
    [InlineData(80, "Time Name Property Old New")]
    [InlineData(91, "Time Name Property Old New Left")]
    [InlineData(120, "Time Name Property Old New Left Id")]
    public async Task The_table_of_changes_keeps_what_happened(int width, string headers)
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { TimeProvider = time.Provider, Instances = 0 });
        var instance = new SimulatedInstance { Id = new string('i', 16), Name = "train-mistral-20-abc", EndTime = time.Provider.GetUtcNow().AddDays(30) };
        service.Fleet.Load([instance]);
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Replace(instance with { EndTime = time.Provider.GetUtcNow().AddDays(60), SpotReclaimTime = time.Provider.GetUtcNow().AddHours(1) }));

        var lines = await ShowAsync(service, "Watch-NovitaInstance -Count 2 -TimeoutSec 600", width);

        Assert.Equal(headers, Regex.Replace(lines[0], " +", " "));
        Assert.Equal(4, lines.Length);
        Assert.Contains(lines, line => Regex.IsMatch(line, @"train-mistral-20-abc EndTime +\d{4}-\d\d-\d\d \d\d:\d\d \d{4}-\d\d-\d\d \d\d:\d\d"));
        Assert.Contains(lines, line => line.Contains(" SpotReclaimTime ", StringComparison.Ordinal));
        Assert.DoesNotContain('\u2026', string.Concat(lines));
    }

    [Theory]
    [InlineData("running", "32")]
    [InlineData("exited", "90")]
    [InlineData("removed", "90")]
    [InlineData("freezing", "31")]
    [InlineData("toStop", "33")]
    [InlineData("pulling", "33")]
    [InlineData("brandNew", null)]
    public async Task A_status_has_its_colour_where_the_host_shows_colours(string status, string? colour)
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web", Status = status });

        var (with, without) = (await ShowAsync(service, "Get-NovitaInstance", 120, colour: true), await ShowAsync(service, "Get-NovitaInstance", 120));

        Assert.Contains(colour is null ? $" {status} " : $"\u001b[{colour}m{status}\u001b[0m ", with[^1], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', string.Concat(without));
        Assert.Equal(without, with.Select(Plain));
    }

    [Fact]
    public async Task A_status_with_an_error_is_red_and_its_property_plain()
    {
        var service = await StartAsync(new SimulatedInstance { Name = "web", Status = "exited", StatusError = new("x", "no GPU") });

        Assert.Contains("\u001b[31mexited\u001b[0m", (await ShowAsync(service, "Get-NovitaInstance", 120, colour: true))[^1], StringComparison.Ordinal);
        Assert.Contains(await ShowAsync(service, "Get-NovitaInstance | Get-NovitaInstance", 120, colour: true), line => line.EndsWith("\u001b[31mexited\u001b[0m", StringComparison.Ordinal));
        Assert.Equal("exited", Connect(service).Output("(Get-NovitaInstance).Status").Single().ToString());
    }

    [Fact]
    public async Task A_change_shows_a_new_status_in_its_colour_and_nothing_else()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { TimeProvider = time.Provider, Instances = 0 });
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Add(new SimulatedInstance { Id = "i1", Status = "running", ImageUrl = "running" }));
        service.Fleet.At(TimeSpan.FromSeconds(15), fleet => fleet.Replace(new SimulatedInstance { Id = "i1", Status = "exited", ImageUrl = "exited" }));

        var lines = await ShowAsync(service, "Watch-NovitaInstance -Count 3", 120, colour: true);

        Assert.Contains(lines, line => line.Contains("Created", StringComparison.Ordinal) && line.Contains("\u001b[32mrunning\u001b[0m", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Status ", StringComparison.Ordinal) && line.Contains(" running ", StringComparison.Ordinal) && line.Contains("\u001b[90mexited\u001b[0m", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("ImageUrl", StringComparison.Ordinal) && !line.Contains('\u001b', StringComparison.Ordinal));
    }

    private static string Plain(string line) => Regex.Replace(line, "\u001b\\[[0-9;]*m", "").TrimEnd();

    private async Task<string[]> ShowAsync(SimulatedService service, string script, int width, bool colour = false)
    {
        await using var output = new StringWriter();
        using var engine = NewEngine(new TextHost(output, width, colour));
        engine.SetVariable("endpoint", service.Endpoint);
        engine.SetVariable("key", service.ApiKey);
        engine.Run("Connect-Novita -Endpoint $endpoint -ApiKey $key");
        if (colour)
        {
            // The output of a test is redirected, so it has to be asked for.
            script = $"$PSStyle.OutputRendering = 'Ansi'; try {{ {script} | Out-Default }} finally {{ $PSStyle.OutputRendering = 'Host' }}";
        }

        engine.Run(script);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
