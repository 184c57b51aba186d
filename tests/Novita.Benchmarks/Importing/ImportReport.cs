using System.Globalization;
using Novita.Benchmarks.Children;
using Novita.Demo;

namespace Novita.Benchmarks.Importing;

/// <summary>Compares importing our module with importing an empty one, bare and with a manifest, each time in a fresh process, in turn.</summary>
internal static class ImportReport
{
    private const int Runs = 11;

    public static void Write()
    {
        var table = new MarkdownTable("Import", "module", "time, ms", "ours over it, ms", "of HTTP and JSON loaded");
        Compare(table, "engine", module => ChildProcess.Start(ImportOnce.Role, module));
        Compare(table, "pwsh", module => ChildProcess.StartScript("Import.ps1", module));
    }

    private static void Compare(MarkdownTable table, string where, Func<string, ChildProcess> start)
    {
        var bare = new List<double>();
        var described = new List<double>();
        var ours = new List<double>();
        var unwanted = new SortedSet<string>(StringComparer.Ordinal);
        for (var run = 0; run < Runs; run++)
        {
            bare.Add(Import(start, Path.Combine(AppContext.BaseDirectory, "EmptyModule.dll"), []));
            described.Add(Import(start, Path.Combine(AppContext.BaseDirectory, "EmptyModule.psd1"), []));
            ours.Add(Import(start, ModuleFile.Path, unwanted));
        }

        var median = Sample.Median(ours);
        AddEmpty($"empty binary module, {where}", bare);
        AddEmpty($"empty binary module with a manifest, {where}", described);
        table.Add($"ours, {where}", $"{median:0}", "", unwanted.Count == 0 ? "nothing" : string.Join(", ", unwanted));

        void AddEmpty(string what, List<double> times) => table.Add(what, $"{Sample.Median(times):0}", $"{median - Sample.Median(times):0}");
    }

    private static double Import(Func<string, ChildProcess> start, string module, SortedSet<string> unwanted)
    {
        using var process = start(module);
        var parts = process.Read().Split(' ');
        unwanted.UnionWith(parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries));
        return double.Parse(parts[0], CultureInfo.InvariantCulture);
    }
}
