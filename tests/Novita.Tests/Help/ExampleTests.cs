using System.Management.Automation.Language;
using Novita.Help.Pages;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

/// <summary>
/// Runs the examples of the help exactly as printed. Those with commands that the bare engine does not have are run by
/// tests/Pester/Help.Tests.ps1, which runs them all.
/// </summary>
[Collection(ProcessWide.Name)]
public sealed class ExampleTests : ServiceTest
{
    /// <summary>What examples may use beyond the bare engine; one that does is left to the full PowerShell. Any other command must be here.</summary>
    private static readonly HashSet<string> s_fullPowerShell = new(StringComparer.OrdinalIgnoreCase)
    {
        "ConvertTo-Csv", "ConvertTo-Json", "Export-Csv", "Format-List", "Format-Table", "Get-Content", "Get-Date", "Group-Object", "Import-Csv",
        "Measure-Object", "New-TimeSpan", "Select-Object", "Set-Content", "Sort-Object", "Start-Sleep", "Tee-Object", "Write-Error", "Write-Warning",
    };

    /// <summary>Page, title and place on the page of the examples that run here.</summary>
    public static TheoryData<string, string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var (page, examples) in ByPage())
            {
                for (var i = 0; i < examples.Count; i++)
                {
                    if (!Commands(examples[i].Code).Any(s_fullPowerShell.Contains))
                    {
                        data.Add(page, examples[i].Title, i);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task It_runs_as_printed(string page, string title, int place)
    {
        var time = UseFastTime();
        var example = ByPage()[page][place];
        Assert.Equal(title, example.Title);
        var shell = await StageAsync(time.Provider);

        var run = shell.Invoke(example.Code);

        string[] errors = [.. run.Errors.Select(error => error.ToString()), .. run.Terminating is { } terminating ? [terminating.ToString()] : Array.Empty<string>()];
        Assert.True(errors.Length > 0 == (example.Outcome == ExampleOutcome.Fails), $"Errors: {string.Join('\n', errors)}");
        Assert.True(run.Warnings.Length > 0 == (example.Outcome == ExampleOutcome.Warns), $"Warnings: {string.Join('\n', run.Warnings)}");
    }

    [Fact]
    public async Task Nothing_is_left_to_the_full_PowerShell_that_could_run_here()
    {
        var shell = await StageAsync();

        Assert.All(s_fullPowerShell, command => Assert.Empty(shell.Output($"Get-Command {command} -ErrorAction Ignore")));
    }

    [Fact]
    public void Every_cmdlet_has_an_example_that_runs_here()
    {
        Assert.Empty(ModuleHelp.Cmdlets.Keys.Except(Examples.Select(row => (string)row[0])));
    }

    private static Dictionary<string, List<ExampleHelp>> ByPage() =>
        ModuleHelp.Files.Examples().GroupBy(printed => printed.Page).ToDictionary(group => group.Key, group => group.Select(printed => printed.Example).ToList());

    /// <summary>The commands that a script names; none for one that does not parse, which then fails when it runs.</summary>
    private static IEnumerable<string> Commands(string code) =>
        Parser.ParseInput(code, out _, out _)
            .FindAll(node => node is CommandAst, searchNestedScriptBlocks: true)
            .Select(node => ((CommandAst)node).GetCommandName() ?? "");

    /// <summary>A shell of someone at work: a whole fleet, sessions, and what stands in for vaults.</summary>
    private async Task<Shell> StageAsync(TimeProvider? time = null)
    {
        var service = await StartAsync(new SimulatorOptions { TimeProvider = time ?? TimeProvider.System });
        Environment.Set("NOVITA_ENDPOINT", service.Endpoint.ToString()).Set("NOVITA_API_KEY", service.ApiKey);
        var shell = NewShell();
        shell.Output(await File.ReadAllTextAsync(Path.Combine(ModuleHelp.Root, "tests", "Pester", "ExampleStage.ps1")));
        return shell;
    }
}
