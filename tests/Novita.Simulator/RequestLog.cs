using System.Collections;

namespace Novita.Simulator;

/// <summary>The requests so far, in order of arrival. Enumerating reads a copy, so it may go on while requests come in.</summary>
public sealed class RequestLog : IEnumerable<RecordedRequest>
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private int _concurrent;
    private int _peakConcurrent;

    public int Count => Read(() => _requests.Count);

    public int Concurrent => Read(() => _concurrent);

    /// <summary>The most requests that were under way at once.</summary>
    public int PeakConcurrent => Read(() => _peakConcurrent);

    /// <summary>The requests so far that are not GET: those that change something.</summary>
    public IReadOnlyList<RecordedRequest> Changing => Read(() => _requests.FindAll(request => !HttpMethods.IsGet(request.Method)));

    /// <summary>Forgets all requests, and the peak but for those still under way.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _peakConcurrent = _concurrent;
        }
    }

    public IEnumerator<RecordedRequest> GetEnumerator() => Read(_requests.ToList).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Begin(RecordedRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            _peakConcurrent = Math.Max(_peakConcurrent, ++_concurrent);
        }
    }

    internal void End(RecordedRequest request, int? status)
    {
        lock (_lock)
        {
            request.Status = status;
            _concurrent--;
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
