using System.Collections;

namespace Novita.Simulator;

/// <summary>The requests so far, in order of arrival. Enumerating reads a copy, so it may go on while requests come in.</summary>
public sealed class RequestLog : IEnumerable<RecordedRequest>
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private int _concurrent;
    private int _peakConcurrent;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _requests.Count;
            }
        }
    }

    public int Concurrent
    {
        get
        {
            lock (_lock)
            {
                return _concurrent;
            }
        }
    }

    /// <summary>The most requests that were under way at once.</summary>
    public int PeakConcurrent
    {
        get
        {
            lock (_lock)
            {
                return _peakConcurrent;
            }
        }
    }

    /// <summary>The requests so far that are not GET: those that change something.</summary>
    public IReadOnlyList<RecordedRequest> Changing
    {
        get
        {
            lock (_lock)
            {
                return _requests.FindAll(request => !HttpMethods.IsGet(request.Method));
            }
        }
    }

    /// <summary>Forgets all requests, and the peak but for those still under way.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _requests.Clear();
            _peakConcurrent = _concurrent;
        }
    }

    public IEnumerator<RecordedRequest> GetEnumerator()
    {
        lock (_lock)
        {
            return _requests.ToList().GetEnumerator();
        }
    }

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
}
