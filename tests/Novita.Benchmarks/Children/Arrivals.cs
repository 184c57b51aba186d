using System.Diagnostics;

namespace Novita.Benchmarks.Children;

/// <summary>What came out of a listing, and when it began to.</summary>
public sealed class Arrivals
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private TimeSpan _first;
    private int _count;

    public void Add(string id)
    {
        if (_count++ == 0)
        {
            _first = _watch.Elapsed;
        }

        _ids.Add(id);
    }

    internal CheckResult ToResult() => new(_count, _ids.Count, _first.TotalMilliseconds);
}
