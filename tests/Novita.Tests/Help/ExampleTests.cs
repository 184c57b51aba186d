using Novita.Generator.Pages;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

/// <summary>Runs the examples of the help and of the README exactly as printed.</summary>
[Collection(ProcessWide.Name)]
public sealed class ExampleTests : ServiceTest, IDisposable
{
    private ExampleAccount? _account;

    private static PageDocument Readme => PageDocument.Read(Path.Combine(ModuleHelp.Root, "README.md"));

    /// <summary>Page, title and place on the page of each example.</summary>
    public static TheoryData<string, string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var (page, examples) in ByPage())
            {
                for (var i = 0; i < examples.Count; i++)
                {
                    data.Add(page, examples[i].Title, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_runs_as_printed(string page, string title, int place)
    {
        var time = UseFastTime();
        var example = ByPage()[page][place];
        Assert.Equal(title, example.Title);
        var folder = Directory.CreateTempSubdirectory("novita-");
        try
        {
            var shell = (await StageAsync(time.Provider)).With("folder", folder.FullName);
            shell.Output("Set-Location -LiteralPath $folder");

            var run = shell.Invoke(example.Code);

            string[] errors = [.. run.Errors.Select(error => error.ToString()), .. run.Terminating is { } terminating ? [terminating.ToString()] : Array.Empty<string>()];
            Assert.True(errors.Length > 0 == (example.Outcome == ExampleOutcome.Fails), $"Errors: {string.Join('\n', errors)}");
            Assert.True(run.Warnings.Length > 0 == (example.Outcome == ExampleOutcome.Warns), $"Warnings: {string.Join('\n', run.Warnings)}");
            if (example.Output is not null)
            {
                var shown = shell.With("output", run.Output).Output("$output | Out-String -Width 120").Single().ToString();
                Assert.Equal(example.Output, string.Join('\n', shown.Split('\n').Select(line => line.TrimEnd())).Trim());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _account?.Dispose();

    private static Dictionary<string, List<ExampleHelp>> ByPage() =>
        ModuleHelp.Documents.Examples()
            .Concat(AboutExamples.Read(Readme).Select(example => (Page: Readme.Name, Example: example)))
            .GroupBy(printed => printed.Page)
            .ToDictionary(group => group.Key, group => group.Select(printed => printed.Example).ToList());

    /// <summary>A shell of someone at work: a whole fleet and what it stands on, sessions, and what stands in for vaults.</summary>
    private async Task<Shell> StageAsync(TimeProvider time)
    {
        var service = await StartAsync(new SimulatorOptions { TimeProvider = time, Monitoring = new() { ServesLogs = true } });
        _account = new ExampleAccount(service);
        Environment.Set("NOVITA_ENDPOINT", service.Endpoint.ToString()).Set("NOVITA_API_KEY", service.ApiKey);
        var shell = NewShell();
        shell.Output(await File.ReadAllTextAsync(Path.Combine(ModuleHelp.Root, "tests", "Novita.Tests", "Help", "ExampleStage.ps1")));
        return shell;
    }
}
