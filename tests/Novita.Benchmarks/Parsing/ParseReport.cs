using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Novita.Benchmarks.Parsing;

/// <summary>Compares our reading of a page with System.Text.Json left to itself.</summary>
internal static class ParseReport
{
    public static void Write()
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(BenchmarkDotNet.Jobs.Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "Novita.Benchmarks"));
        var reports = BenchmarkRunner.Run<ParsePage>(config).Reports;
        var ours = Find(reports, nameof(ParsePage.Ours));
        var table = new MarkdownTable("Parse one page of 100 instances", "what", "time, µs", "allocated, KB", "time / ours");
        Add(table, "ours, typed", ours, ours);
        Add(table, "bare System.Text.Json, texts", Find(reports, nameof(ParsePage.Bare)), ours);
    }

    private static BenchmarkReport Find(IEnumerable<BenchmarkReport> reports, string method) =>
        reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);

    private static void Add(MarkdownTable table, string what, BenchmarkReport report, BenchmarkReport ours) => table.Add(
        what,
        $"{Microseconds(report):0}",
        $"{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) / 1024.0:0}",
        $"{Microseconds(report) / Microseconds(ours):0.00}");

    private static double Microseconds(BenchmarkReport report) =>
        (report.ResultStatistics ?? throw new InvalidOperationException("The benchmark did not run; is this a Release build?")).Median / 1000;
}
