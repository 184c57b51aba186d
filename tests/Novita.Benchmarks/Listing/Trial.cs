using System.Text.Json;
using Novita.Benchmarks.Children;

namespace Novita.Benchmarks.Listing;

/// <summary>The runs of one way to list, in turn with those of the others, so that a busy moment of the machine does not fall on one alone.</summary>
internal sealed class Trial
{
    private const int Runs = 3;
    private const double MegaByte = 1024 * 1024;

    // What takes this long differs little from run to run.
    private static readonly TimeSpan s_longRun = TimeSpan.FromSeconds(20);

    private readonly Contestant _contestant;
    private readonly Service _service;
    private readonly List<RunResult> _results = [];
    private CheckResult? _check;
    private int _requests;

    private Trial(Contestant contestant, Service service)
    {
        _contestant = contestant;
        _service = service;
    }

    private bool IsOver => _results.Count > 0 && _results[^1].Milliseconds > s_longRun.TotalMilliseconds;

    /// <summary>Measures each of them, in their order.</summary>
    public static Measurement[] TakeTurns(Service service, params IEnumerable<Contestant> contestants)
    {
        var trials = contestants.Select(contestant => new Trial(contestant, service)).ToArray();
        for (var run = 0; run < Runs; run++)
        {
            foreach (var trial in trials.Where(trial => !trial.IsOver))
            {
                trial.Run();
            }
        }

        return [.. trials.Select(trial => trial.Conclude())];
    }

    private void Run()
    {
        using var process = _contestant.Start(_service);
        process.Read();
        _service.TakeRequests();
        _results.Add(Read<RunResult>(process.Ask(MeasuredListing.Run)));
        _requests = _service.TakeRequests();
        _check ??= Read<CheckResult>(process.Ask(MeasuredListing.Check));
    }

    private Measurement Conclude() => new(
        Sample.Median(_results.Select(result => result.Milliseconds)),
        Sample.Median(_results.Select(result => result.ProcessorMilliseconds)),
        _requests,
        Sample.Median(_results.Select(result => result.PeakBytes / MegaByte)),
        _check!);

    private static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
}
