using System.Management.Automation;
using Novita.Demo.Hosting;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class ViewTests : ServiceTest
{
    private const string Escape = "\u001b[31mred\u0007\u202e\u200bname";

    [Fact]
    public async Task The_table_fits_120_columns_with_all_of_its_columns()
    {
        var service = await StartAsync(
            new() { Name = new string('n', 60), ProductName = new string('p', 60), ClusterName = new string('c', 60), BillingMode = "onDemand" },
            new() { Name = "last", GpuNum = 16, ProductName = "RTX 4090 24GB", ClusterName = "AS-SGP-02", BillingMode = "monthly", EndTime = DateTimeOffset.Now.AddDays(30) });

        var lines = await ShowAsync(service, "Get-NovitaInstance", 120);

        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.Matches("^Id +Name +Status +GPU +Cluster +Billing +Ends", lines[0]);
        Assert.Matches(@"last +running +16 x RTX 4090 24GB +AS-SGP-02 +monthly +\d{4}-\d\d-\d\d \d\d:\d\d$", lines[^1]);
    }

    [Fact]
    public async Task The_table_at_80_columns_keeps_whole_columns()
    {
        var lines = await ShowAsync(await StartAsync(3), "Get-NovitaInstance", 80);

        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Matches("^Id +Name +Status +GPU *$", lines[0]);
    }

    [Fact]
    public async Task Control_characters_are_shown_and_not_sent_to_the_terminal()
    {
        var odd = new SimulatedInstance
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
        var service = await StartAsync(odd);

        var lines = await ShowAsync(service, "Get-NovitaInstance; Get-NovitaInstance -Exact -Name $name, \"$name!\"; Get-NovitaInstance -Session $name", 200);

        var shown = string.Join('\n', lines);
        Assert.Contains("`u{1b}[31mred", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, character => character is not '\n' && (char.IsControl(character) || character is '\u202e' or '\u200b'));
        Assert.Equal(Escape, Connect(service).Output("(Get-NovitaInstance).Name").Single().ToString());
    }

    [Theory]
    [InlineData("NameView")]
    [InlineData("ImageView")]
    [InlineData("ErrorView")]
    [InlineData("VolumesView")]
    public async Task The_texts_of_the_views_are_hidden_and_work_in_constrained_language(string property)
    {
        var service = await StartAsync(new SimulatedInstance
        {
            Name = Escape,
            ImageUrl = Escape,
            StatusError = new(null, Escape),
            VolumeMounts = [new("local", 1, Escape)],
        });
        Environment.Set("NOVITA_API_KEY", service.ApiKey).Set("NOVITA_ENDPOINT", service.Endpoint.ToString());
        using var shell = new Shell(language: PSLanguageMode.ConstrainedLanguage).With("property", property);

        Assert.Contains("`u{1b}[31mred`u{7}`u{202e}`u{200b}name", shell.Output("(Get-NovitaInstance).$property").Single().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(shell.Output("(Get-NovitaInstance).PSObject.Properties.Name"), name => name.ToString().EndsWith("View", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Novita.Instance", "Get-NovitaInstance -First 1")]
    [InlineData("Novita.InstanceDetail", "Get-NovitaInstance -First 1 | Get-NovitaInstance")]
    [InlineData("Novita.InstanceChange", "Watch-NovitaInstance -Count 1")]
    public async Task Every_text_of_a_view_exists(string type, string script)
    {
        using var time = new FastTime();
        var service = await StartAsync(new SimulatorOptions { TimeProvider = time.Provider });
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Add(new SimulatedInstance()));
        var shell = Connect(service);
        var views = System.Xml.Linq.XDocument.Load(Path.Combine(Path.GetDirectoryName(Demo.ModuleFile.Path)!, "bin", "Novita.Format.ps1xml"));
        var properties = views.Descendants("View")
            .Where(view => view.Descendants("TypeName").Any(name => name.Value == type))
            .SelectMany(view => view.Descendants("PropertyName"))
            .Select(element => element.Value)
            .Where(name => name.EndsWith("View", StringComparison.Ordinal))
            .Distinct();

        var shown = shell.Output(script).Single();

        Assert.NotEmpty(properties);
        Assert.All(properties, property => Assert.True(shown.Properties[property] is PSCodeProperty { Value: string }, property));
    }

    [Fact]
    public async Task What_goes_through_a_job_is_what_a_live_instance_shows()
    {
        var shell = Connect(await StartAsync(1));

        var properties = shell.Output("$live = Get-NovitaInstance; $far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($live)); $far.PSObject.Properties.Name");

        Assert.Equal(shell.Output("$live.PSObject.Properties.Name").Select(name => name.ToString()), properties.Select(name => name.ToString()));
        Assert.Equal(shell.Output("$live.PortsView").Single().ToString(), shell.Output("$far.PortsView").Single().ToString());
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

    private static async Task<string[]> ShowAsync(SimulatedService service, string script, int width)
    {
        await using var output = new StringWriter();
        using var engine = new Demo.Engine(new TextHost(output, width, colour: false));
        engine.SetVariable("endpoint", service.Endpoint);
        engine.SetVariable("key", service.ApiKey);
        engine.SetVariable("name", Escape);
        engine.Run("Connect-Novita -Endpoint $endpoint -ApiKey $key");
        engine.Run(script);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
