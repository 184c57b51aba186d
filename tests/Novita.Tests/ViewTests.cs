using System.Management.Automation;
using System.Text.RegularExpressions;
using Novita.Demo.Hosting;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

[Collection(ProcessWide.Name)]
public sealed class ViewTests : ServiceTest
{
    private const string Escape = "\u001b[31mred\u0007\u202e\u200bname";

    private static readonly SimulatedInstance s_odd = new()
    {
        Name = Escape,
        Status = Escape,
        ClusterName = Escape,
        ProductName = Escape,
        BillingMode = Escape,
        ImageUrl = Escape,
        Command = Escape,
        Entrypoint = Escape,
        PortMappings = [new(1, Escape)],
        VolumeMounts = [new("local", 1, Escape)],
        StatusError = new(Escape, Escape),
        Envs = [new(Escape, "x")],
        SpotStatus = Escape,
    };

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
    [InlineData(200, "Time Name Property Old New Left Id")]
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

    [Fact]
    public async Task Control_characters_are_shown_and_not_sent_to_the_terminal()
    {
        var service = await StartAsync(s_odd);

        var lines = await ShowAsync(service, "Get-NovitaInstance; Get-NovitaInstance -Exact -Name $name, \"$name!\"; Get-NovitaInstance -Session $name", 200);

        var shown = string.Join('\n', lines);
        Assert.Contains("`u{1b}[31mred", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, character => character is not '\n' && (char.IsControl(character) || character is '\u202e' or '\u200b'));
        Assert.Equal(Escape, Connect(service).Output("(Get-NovitaInstance).Name").Single().ToString());
    }

    [Theory]
    [InlineData("Novita.Instance", "Get-NovitaInstance")]
    [InlineData("Novita.InstanceDetail", "Get-NovitaInstance | Get-NovitaInstance")]
    [InlineData("Novita.InstanceChange", "Watch-NovitaInstance -Count 1 -TimeoutSec 600")]
    public async Task Every_column_of_a_view_is_a_text_also_in_constrained_language(string type, string script)
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { TimeProvider = time.Provider, Instances = 0 });
        service.Fleet.Load([s_odd]);
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Replace(s_odd with { Status = "exited" }));
        var shell = Connect(service);
        var views = System.Xml.Linq.XDocument.Load(Path.Combine(Path.GetDirectoryName(Demo.ModuleFile.Path)!, "bin", "Novita.Format.ps1xml"));
        var columns = views.Descendants("View")
            .Where(view => view.Descendants("TypeName").Any(name => name.Value == type))
            .SelectMany(view => view.Descendants("ScriptBlock"))
            .Select(element => element.Value)
            .Distinct();

        shell.Output($"$shown = {script}");
        shell.Runspace.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;
        var texts = columns.Select(column => shell.Output($"$shown | ForEach-Object {{ {column} }}").Single().BaseObject).ToList();

        Assert.All(texts, text => Assert.IsType<string>(text));
        Assert.Contains(texts, text => text is "`u{1b}[31mred`u{7}`u{202e}`u{200b}name");
    }

    [Fact]
    public async Task What_goes_through_a_job_is_what_a_live_instance_shows()
    {
        var shell = Connect(await StartAsync(1));

        var properties = shell.Output("$live = Get-NovitaInstance; $far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($live)); $far.PSObject.Properties.Name");

        Assert.Equal(shell.Output("$live.PSObject.Properties.Name").Select(name => name.ToString()), properties.Select(name => name.ToString()));
    }

    [Fact]
    public async Task Lists_read_well_as_one_text()
    {
        var shell = Connect(await StartAsync(new SimulatedInstance
        {
            PortMappings = [new(8888, "http"), new(22, "tcp")],
            VolumeMounts = [new("local", 30, "/workspace"), new("network", 500, "/data", "vol-1")],
            Envs = [new("MODE", "secret value"), new("TOKEN", "other")],
        }));

        Assert.Equal(
            ["8888/http, 22/tcp", "local 30 GB /workspace, network 500 GB /data", "MODE, TOKEN", ""],
            shell.Output("$i = Get-NovitaInstance; $i.PortMappings.ToString(); $i.VolumeMounts.ToString(); $i.Envs.ToString(); \"$($i.StatusError)\"").Select(text => text.ToString()));
        Assert.Equal("secret value", shell.Output("$i.Envs[0].Value").Single().ToString());
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

    [Fact]
    public async Task No_colour_gets_into_what_is_kept()
    {
        var shell = Connect(await StartAsync(new SimulatedInstance { Status = "running" }));

        var kept = shell.Output("$PSStyle.OutputRendering = 'Ansi'; try { [Management.Automation.PSSerializer]::Serialize((Get-NovitaInstance)); (Get-NovitaInstance).PSObject.Properties.Value } finally { $PSStyle.OutputRendering = 'Host' }");

        Assert.DoesNotMatch("\u001b|_x001B_", string.Concat(kept.Select(text => $"{text}")));
    }

    private static string Plain(string line) => Regex.Replace(line, "\u001b\\[[0-9;]*m", "").TrimEnd();

    private async Task<string[]> ShowAsync(SimulatedService service, string script, int width, bool colour = false)
    {
        await using var output = new StringWriter();
        using var engine = NewEngine(new TextHost(output, width, colour));
        engine.SetVariable("endpoint", service.Endpoint);
        engine.SetVariable("key", service.ApiKey);
        engine.SetVariable("name", Escape);
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
