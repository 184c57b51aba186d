using System.Diagnostics;
using System.Text.Json;

namespace Novita.Benchmarks.Children;

/// <summary>A listing in a process of its own, which runs or checks it for each line it gets. The scripts do the same in PowerShell.</summary>
internal static class MeasuredListing
{
    public const string Run = "run";
    public const string Check = "check";

    public static async Task ServeAsync(IListing listing)
    {
        await listing.WarmAsync();
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(line == Check ? await CheckAsync(listing) : await RunAsync(listing));
        }
    }

    private static async Task<string> RunAsync(IListing listing)
    {
        var before = ProcessorTime();
        var watch = Stopwatch.StartNew();
        await listing.RunAsync();
        var elapsed = watch.Elapsed;
        var used = ProcessorTime() - before;
        using var process = Process.GetCurrentProcess();
        return JsonSerializer.Serialize(new RunResult(elapsed.TotalMilliseconds, used.TotalMilliseconds, process.PeakWorkingSet64), JsonSerializerOptions.Web);
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.UserProcessorTime;
    }

    private static async Task<string> CheckAsync(IListing listing)
    {
        var arrivals = new Arrivals();
        await listing.CheckAsync(arrivals);
        return JsonSerializer.Serialize(arrivals.ToResult(), JsonSerializerOptions.Web);
    }
}
