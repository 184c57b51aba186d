namespace Novita.Benchmarks.Listing;

/// <summary>Lists whole fleets over loopback: ours, and what one would write by hand, each against the same service.</summary>
internal static class ListReport
{
    private const int Small = 1_000;
    private const int Large = 100_000;
    private const int Latency = 50;

    public static void Write(bool quick)
    {
        var table = new MarkdownTable(
            "List a whole fleet, pages of 100, piped into `Out-Null`",
            "how", "instances", "latency, ms", "time, ms", "CPU, ms", "requests", "objects", "first object, ms", "peak memory, MB", "time / ours");
        foreach (var latency in new[] { 0, Latency })
        {
            foreach (var instances in quick ? [Small] : new[] { Small, 10_000, Large })
            {
                Compare(table, instances, latency);
            }
        }

        WritePeaks(quick ? [Small] : [Small, Large]);
    }

    private static void Compare(MarkdownTable table, int instances, int latency)
    {
        // A thousand pages of 50 ms and more, one after the other, say nothing that the smaller fleets do not.
        var isTooLong = instances == Large && latency > 0;
        Contestant[] inEngine = [Contestant.Ours, Contestant.OursIntoBlock, Contestant.Sequential, Contestant.Parallel];
        Contestant[] inPowerShell = isTooLong ? [Contestant.OursInPowerShell] : [Contestant.OursInPowerShell, Contestant.InvokeRestMethod];
        Contestant[] contestants = [.. inEngine, .. inPowerShell];

        using var service = new Service(instances, latency);
        var measured = Trial.TakeTurns(service, contestants);
        for (var i = 0; i < contestants.Length; i++)
        {
            // Ours comes first, in each kind of process.
            var ours = measured[i < inEngine.Length ? 0 : inEngine.Length];
            Add(table, [contestants[i].Name, $"{instances:N0}", $"{latency}"], measured[i], ours, instances);
        }

        if (isTooLong)
        {
            table.Add(Contestant.InvokeRestMethod.Name, $"{instances:N0}", $"{latency}", "not run: takes minutes");
        }
    }

    private static void Add(MarkdownTable table, string[] label, Measurement measured, Measurement ours, int instances)
    {
        var check = measured.Check;
        var isRight = check.Count == instances && check.Distinct == instances;
        table.Add(
        [
            .. label,
            $"{measured.Milliseconds:N0}",
            $"{measured.ProcessorMilliseconds:N0}",
            $"{measured.Requests:N0}",
            isRight ? "all right" : $"WRONG: {check.Count:N0}, {check.Distinct:N0} different",
            $"{check.FirstMilliseconds:N0}",
            $"{measured.PeakMegabytes:N0}",
            $"{measured.Milliseconds / ours.Milliseconds:0.00}",
        ]);
    }

    private static void WritePeaks(int[] fleets)
    {
        var table = new MarkdownTable("Peak memory of `Get-NovitaInstance -All | ForEach-Object { }`", "instances", "peak memory, MB", "over the first, MB");
        double? first = null;
        foreach (var instances in fleets)
        {
            using var service = new Service(instances, 0);
            var peak = Trial.TakeTurns(service, Contestant.OursPiped)[0].PeakMegabytes;
            first ??= peak;
            table.Add($"{instances:N0}", $"{peak:N0}", $"{peak - first:N0}");
        }
    }
}
