using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Completion;

/// <summary>What each parameter is completed to.</summary>
public sealed class ChoiceTests : ServiceTest
{
    private static readonly SimulatedInstance[] s_fleet =
    [
        new() { Id = "d1", Name = "web", Status = "running", ProductId = "4090.16c62g", ProductName = "RTX 4090 24GB", ClusterId = "us-ca-6", ClusterName = "US-CA-06" },
        new() { Id = "c2", Name = "train-2", Status = "removed", ProductId = "h100.24c", ProductName = "H100 80GB", ClusterId = "us-ca-6", ClusterName = "US-CA-06" },
        new() { Id = "b3", Name = "train-1", Status = "exited", ProductId = "h100.24c", ProductName = "H100 80GB", ClusterId = "as-1", ClusterName = "AS-01" },
        new() { Id = "a4", Name = "train-3", Status = "running", ProductId = "4090.8c31g", ProductName = "RTX 4090 24GB", ClusterId = "as-1", ClusterName = "AS-01" },
        new() { Id = "a5", Name = "train-3", Status = "toStop", ProductId = "4090.8c31g", ProductName = "RTX 4090 24GB", ClusterId = "as-1", ClusterName = "AS-01" },
    ];

    [Theory]
    [InlineData("Get-NovitaInstance -Id ", "b3 a4 a5 d1 c2")]
    [InlineData("Get-NovitaInstance -Id a", "a4 a5")]
    [InlineData("Get-NovitaInstance -Id TRAIN-3", "a4 a5")]
    [InlineData("Get-NovitaInstance -Id d1, b", "b3")]
    [InlineData("Get-NovitaInstance -Name ", "train-1 train-3 web train-2")]
    [InlineData("Get-NovitaInstance tr", "train-1 train-3 train-2")]
    [InlineData("Get-NovitaInstance -Name 'we", "web")]
    [InlineData("Get-NovitaInstance -Name web, train-3", "train-3")]
    [InlineData("Get-NovitaInstance -ProductName ", "'H100 80GB' 'RTX 4090 24GB'")]
    [InlineData("Get-NovitaInstance -ProductName 'rtx 4", "'RTX 4090 24GB'")]
    [InlineData("Watch-NovitaInstance w", "web")]
    [InlineData("Start-NovitaInstance ", "b3 a4 a5 d1 c2")]
    [InlineData("Stop-NovitaInstance ", "a4 d1 b3 a5 c2")]
    [InlineData("Novita\\Stop-NovitaInstance -Id ", "a4 d1 b3 a5 c2")]
    [InlineData("Stop-NovitaInstance -Name ", "train-3 web train-1 train-2")]
    [InlineData("Remove-NovitaInstance d", "d1")]
    [InlineData("Remove-NovitaInstance -Name w", "web")]
    [InlineData("Set-NovitaInstance -Name w", "web")]
    [InlineData("Update-NovitaInstance -Name w", "web")]
    [InlineData("Move-NovitaInstance -Name w", "web")]
    [InlineData("Wait-NovitaInstance -Name w", "web")]
    [InlineData("Wait-NovitaInstance -Status fr", "freezing")]
    [InlineData("New-NovitaInstance -ProductId ", "h100.24c '4090.16c62g' '4090.8c31g'")]
    [InlineData("New-NovitaInstance -ProductId rt", "4090.16c62g 4090.8c31g")]
    [InlineData("New-NovitaInstance -ClusterId ", "as-1 us-ca-6")]
    [InlineData("New-NovitaInstance -ClusterId US-CA-0", "us-ca-6")]
    [InlineData("New-NovitaInstance -BillingMode ", "onDemand monthly spot")]
    public async Task Each_parameter_is_completed_in_a_sensible_order(string line, string expected)
    {
        var shell = ConnectAndSee(await StartWithoutCatalogAsync(s_fleet));

        Assert.Equal(expected.Replace("'", ""), string.Join(' ', shell.Complete(line).Select(Value)));
    }

    [Theory]
    [InlineData("Get-NovitaInstance -Id d", "web (d1)", "web, running, RTX 4090 24GB")]
    [InlineData("Get-NovitaInstance -Id we", "web (d1)", "web, running, RTX 4090 24GB")]
    [InlineData("Stop-NovitaInstance -Name w", "web", "d1, running, RTX 4090 24GB")]
    [InlineData("Stop-NovitaInstance -Name train-3", "train-3", "2 instances: a4, a5")]
    [InlineData("Get-NovitaInstance -ProductName r", "RTX 4090 24GB", "4090.8c31g, 4090.16c62g")]
    [InlineData("New-NovitaInstance -ProductId h", "H100 80GB (h100.24c)", "H100 80GB")]
    [InlineData("New-NovitaInstance -ClusterId us", "US-CA-06 (us-ca-6)", "US-CA-06")]
    [InlineData("New-NovitaInstance -BillingMode s", "spot", "Pay as you go for less; it may be taken back after a notice")]
    public async Task A_choice_says_what_it_is(string line, string shown, string tooltip)
    {
        var choice = Assert.Single(ConnectAndSee(await StartWithoutCatalogAsync(s_fleet)).Complete(line));

        Assert.Equal((shown, tooltip), (choice.ListItemText, choice.ToolTip));
    }

    [Fact]
    public async Task What_the_service_leaves_out_is_no_choice_and_no_gap()
    {
        var service = await StartWithoutCatalogAsync(new SimulatedInstance { Id = "i1", Name = "", ProductName = "", ProductId = "", ClusterId = "5", ClusterName = null, Status = "running" });
        var shell = ConnectAndSee(service);

        var id = Assert.Single(shell.Complete("Get-NovitaInstance -Id i"));
        var cluster = Assert.Single(shell.Complete("New-NovitaInstance -ClusterId 5"));

        Assert.Equal(("i1", "running"), (id.ListItemText, id.ToolTip));
        Assert.Equal(("'5'", "5", "5"), (cluster.CompletionText, cluster.ListItemText, cluster.ToolTip));
        Assert.DoesNotContain(shell.Complete("Get-NovitaInstance -Name "), IsChoice);
        Assert.DoesNotContain(shell.Complete("New-NovitaInstance -ProductId "), IsChoice);
    }

    [Fact]
    public void Every_parameter_that_names_something_is_completed()
    {
        string[] names = ["Id", "Name", "ProductName", "ProductId", "ClusterId", "Status", "BillingMode", "Session"];

        var left = NewShell().Output(
            """
            foreach ($command in Get-Command -Module Novita) {
                foreach ($parameter in $command.Parameters.Values) {
                    if (-not $parameter.Attributes.Where{ $_ -is [ArgumentCompleter] }) { "$($command.Name) -$($parameter.Name)" }
                }
            }
            """).Select(text => text.ToString()).Where(text => names.Contains(text[(text.IndexOf('-', text.IndexOf(' ', StringComparison.Ordinal)) + 1)..]));

        // The name of what is new is nobody's yet.
        Assert.DoesNotContain(left, text => !(text.EndsWith(" -Name", StringComparison.Ordinal) && text.Split('-')[0] is "Connect" or "New" or "Set"));
    }

    [Theory]
    [InlineData("-Session lab", "lab-1")]
    [InlineData("-Session $lab", "lab-1")]
    [InlineData("-Session prod, lab", "lab-1 prod-1")]
    [InlineData("-Session lab, lab", "lab-1")]
    [InlineData("", "prod-1")]
    public async Task The_sessions_of_the_command_line_say_which_fleet_it_is(string session, string expected)
    {
        var shell = await ConnectTwoAsync();

        Assert.Equal(expected, string.Join(' ', shell.Complete($"Get-NovitaInstance {session} -Name ").Select(Value)));
    }

    [Theory]
    [InlineData("-Session nowhere")]
    [InlineData("-Session env:NOVITA_API_KEY")]
    [InlineData("-Ses (Get-NovitaSession lab)")]
    [InlineData("@splat")]
    public async Task A_session_that_cannot_be_told_has_no_choices_of_another(string session)
    {
        var shell = await ConnectTwoAsync();

        Assert.DoesNotContain(shell.Complete($"Get-NovitaInstance {session} -Name "), IsChoice);
    }

    [Theory]
    [InlineData("*-Novita*:Session", "'lab'", "lab-1")]
    [InlineData("get-novitainstance:session", "$lab", "lab-1")]
    [InlineData("*:Session", "'nowhere'", "")]
    [InlineData("Stop-NovitaInstance:Session", "'lab'", "prod-1")]
    public async Task The_users_defaults_choose_the_session_of_completion(string key, string session, string expected)
    {
        var shell = await ConnectTwoAsync();
        shell.Output($"$PSDefaultParameterValues['{key}'] = {session}");

        Assert.Equal(expected, string.Join(' ', shell.Complete("Get-NovitaInstance -Name ").Where(IsChoice).Select(Value)));
    }

    private async Task<Shell> ConnectTwoAsync()
    {
        var lab = await StartAsync(new SimulatedInstance { Name = "lab-1" });
        var shell = NewShell(lab);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name lab; $lab = Get-NovitaSession lab; $null = Get-NovitaInstance");
        var prod = await StartAsync(new SimulatedInstance { Name = "prod-1" });
        shell.With("endpoint", prod.Endpoint).With("key", prod.ApiKey).Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name prod; $null = Get-NovitaInstance");
        return shell;
    }

    // Where there is no choice, the engine goes on to offer files.
    private static bool IsChoice(CompletionResult result) => result.ResultType == CompletionResultType.ParameterValue;

    private static string Value(CompletionResult result) => result.CompletionText.Trim('\'');

    /// <summary>A service whose products and clusters are known from its instances alone.</summary>
    private async Task<SimulatedService> StartWithoutCatalogAsync(params SimulatedInstance[] fleet)
    {
        var service = await StartAsync(fleet);
        service.Products.Rows.Load();
        service.Clusters.Rows.Load();
        return service;
    }
}
