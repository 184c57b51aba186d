using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Novita.Pester;

/// <summary>Runs the Pester files of this folder in PowerShell itself, several processes at once.</summary>
internal static class PesterRun
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private static string Scripts => Metadata("Scripts");

    private static string Recipes => Path.Combine(Scripts, "..", "..", "docs", "recipes");

    /// <summary>Runs every file, those that show how to test a script too.</summary>
    /// <returns>Each test as it ended, by file.</returns>
    public static async Task<IReadOnlyList<PesterTest>> RunAsync()
    {
        var files = new[] { Scripts, Recipes }.SelectMany(folder => Directory.GetFiles(folder, "*.Tests.ps1"))
            .OrderByDescending(file => new FileInfo(file).Length).ToList();
        var tests = new List<PesterTest>();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (file, _) =>
        {
            var ended = await RunAsync(file);
            lock (tests)
            {
                tests.AddRange(ended);
            }
        });
        return [.. tests.OrderBy(test => test.Name, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<PesterTest>> RunAsync(string file)
    {
        var results = Path.GetTempFileName();
        try
        {
            var start = PowerShellProgram.Start(Path.Combine(Scripts, "Run.ps1"),
                "-Pester", Metadata("Pester"), "-Path", file, "-ResultPath", results);
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(s_patience);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(patience.Token);
                var errors = process.StandardError.ReadToEndAsync(patience.Token);
                await process.WaitForExitAsync(patience.Token);
                var lines = await File.ReadAllLinesAsync(results, patience.Token);
                var tests = JsonSerializer.Deserialize<PesterTest[]>($"[{string.Join(',', lines)}]")!;

                // A file that cannot be read, or whose process ended early, has told of no failed test.
                return process.ExitCode == 0 || tests.Any(test => test.Error is not null)
                    ? tests
                    : [.. tests, new PesterTest(Path.GetFileName(file), $"Exit code {process.ExitCode}.\n{await output}{await errors}")];
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        finally
        {
            File.Delete(results);
        }
    }

    private static string Metadata(string key) =>
        typeof(PesterRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
