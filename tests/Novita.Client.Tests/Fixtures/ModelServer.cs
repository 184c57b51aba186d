using Novita.Client.Lists;

namespace Novita.Client.Tests.Fixtures;

/// <summary>
/// A server without HTTP. Every request waits until <see cref="AnswerNext"/> picks it, so that a test decides in which order
/// parallel pages are read and what happens to the fleet in between.
/// </summary>
internal sealed class ModelServer
{
    private readonly ServerKind _kind;
    private readonly List<string> _fleet;
    private readonly HashSet<string> _throughout;
    private readonly List<FleetChange> _script;
    private readonly List<PendingRequest> _pending = [];
    private readonly Random _random = new(1);
    private readonly Lock _lock = new();
    private int _created;

    public ModelServer(int fleet, ServerKind? kind = null, params IEnumerable<FleetChange> script)
    {
        _kind = kind ?? new ServerKind();
        _fleet = [.. Enumerable.Range(1, fleet).Select(number => $"i{number}")];
        _throughout = [.. _fleet];
        _script = [.. script];
    }

    /// <summary>Picks the request that is answered next, by its place among those that wait.</summary>
    public Func<int, int> PickNext { get; set; } = _ => 0;

    /// <summary>Fails a request instead of answering it, where the function gives an error for its page.</summary>
    public Func<int, NovitaException?> Fault { get; set; } = _ => null;

    /// <summary>The ids of the fleet as it is now, in the server's order.</summary>
    public IReadOnlyList<string> Fleet => _fleet;

    /// <summary>What was there at the start, or at the latest <see cref="Settle"/>, and still is.</summary>
    public IReadOnlyCollection<string> Throughout => _throughout;

    /// <summary>All requests, in the order they were made.</summary>
    public List<ModelRequest> Requests { get; } = [];

    /// <summary>The numbers of the pages that were asked for.</summary>
    public IEnumerable<int> PagesAsked => Requests.Select(request => request.PageNum);

    public int Answered { get; private set; }

    public int UnderWay
    {
        get
        {
            lock (_lock)
            {
                return _pending.Count;
            }
        }
    }

    /// <summary>The most requests that were under way at once.</summary>
    public int PeakUnderWay { get; private set; }

    /// <summary>How many instances there ever were.</summary>
    public int EverExisted => _throughout.Count + _created + Deleted;

    public int Deleted { get; private set; }

    public Task<Page<Instance>> GetAsync(int pageNum, int pageSize, CancellationToken cancellationToken)
    {
        PendingRequest request;
        lock (_lock)
        {
            request = new PendingRequest(new ModelRequest(pageNum, pageSize) { OthersUnderWay = _pending.Count });
            Requests.Add(request.Record);
            _pending.Add(request);
            PeakUnderWay = Math.Max(PeakUnderWay, _pending.Count);
        }

        cancellationToken.Register(() =>
        {
            bool isWaiting;
            lock (_lock)
            {
                isWaiting = _pending.Remove(request);
            }

            if (isWaiting)
            {
                request.Reply.TrySetCanceled(cancellationToken);
            }
        });
        return request.Reply.Task;
    }

    /// <summary>Makes the changes that are due, and answers one of the requests that wait.</summary>
    public void AnswerNext()
    {
        PendingRequest request;
        NovitaException? error;
        lock (_lock)
        {
            Assert.NotEmpty(_pending);
            request = _pending[PickNext(_pending.Count) % _pending.Count];
            _pending.Remove(request);
            Answered++;
            foreach (var change in _script.Where(change => change.BeforeRequest == Answered))
            {
                Make(change);
            }

            var page = _kind.IgnoresPageNumber ? Math.Min(request.Record.PageNum, _kind.Base) : request.Record.PageNum;
            var rows = _kind.Paging.RowsOf(page, request.Record.PageSize, _fleet.Count);
            error = Fault(request.Record.PageNum)
                ?? (rows is null ? new NovitaException(NovitaErrorKind.RequestInvalid, "pageNum must be at least 1") : null);
            request.Record.Page = error is null ? Read(rows!.Value) : null;
        }

        // Not under the lock: whoever waits goes on at once, and asks for more.
        if (error is null)
        {
            request.Reply.SetResult(request.Record.Page!);
        }
        else
        {
            request.Reply.SetException(error);
        }
    }

    /// <summary>Ends the script and begins to count anew what is there throughout.</summary>
    public void Settle()
    {
        _script.Clear();
        _throughout.Clear();
        _throughout.UnionWith(_fleet);
    }

    private void Make(FleetChange change)
    {
        if (change.Kind == ChangeKind.Create)
        {
            _fleet.Insert(Math.Min(change.Position, _fleet.Count), $"n{++_created}");
        }
        else if (_fleet.Count > 0)
        {
            var index = Math.Min(change.Position, _fleet.Count - 1);
            Deleted += _throughout.Remove(_fleet[index]) ? 1 : 0;
            _fleet.RemoveAt(index);
        }
    }

    private Page<Instance> Read(Range rows)
    {
        var order = _fleet.ToArray();
        if (_kind.IsShuffled)
        {
            _random.Shuffle(order);
        }

        return new Page<Instance>([.. order[rows].Select(id => new Instance { Id = id })], Total());
    }

    private int? Total() => _kind.Total switch
    {
        ModelTotal.Absent => null,
        ModelTotal.Changing => _fleet.Count + (Answered % 2),
        ModelTotal.TooHigh => _fleet.Count + _kind.TotalError,
        _ => _fleet.Count,
    };

    private sealed record PendingRequest(ModelRequest Record)
    {
        public TaskCompletionSource<Page<Instance>> Reply { get; } = new();
    }
}
