using System.Collections.Concurrent;
using Novita.Client.Lists;
using Novita.Client.Watching;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A watcher of a list that a test changes between two looks.</summary>
internal sealed class WatchRun
{
    private readonly ListWatcher<Instance, InstanceChange> _watcher;

    public WatchRun(TimeSpan? timeout = null) => _watcher = new ListWatcher<Instance, InstanceChange>(
        WatchedInstances.All,
        ReadAsync,
        TimeSpan.FromSeconds(10),
        timeout,
        Clock,
        new CallContext(Events.Enqueue, CancellationToken.None));

    public TestClock Clock { get; } = new();

    public ConcurrentQueue<ClientEvent> Events { get; } = new();

    public IReadOnlyList<Instance> List { get; set; } = [];

    /// <summary>Whether the list is confirmed to be whole.</summary>
    public bool IsWhole { get; set; } = true;

    public NovitaException? Fault { get; set; }

    public int Looks { get; private set; }

    public int Count => _watcher.Count;

    /// <summary>Reads instances from their members.</summary>
    public static IReadOnlyList<Instance> Instances(params string[] rows) =>
        Bodies.Read($$"""{"instances":[{{string.Join(',', rows.Select(row => $"{{{row}}}"))}}],"total":{{rows.Length}}}""").Rows;

    /// <summary>Looks at a list, and gives what changed.</summary>
    public Task<IReadOnlyList<InstanceChange>> LookAsync(params string[] rows) => LookAtAsync(Instances(rows));

    public async Task<IReadOnlyList<InstanceChange>> LookAtAsync(IReadOnlyList<Instance> list)
    {
        List = list;
        return Assert.IsAssignableFrom<IReadOnlyList<InstanceChange>>(await _watcher.NextAsync());
    }

    public Task<IReadOnlyList<InstanceChange>?> NextAsync() => _watcher.NextAsync();

    private Task<ListReading<Instance>> ReadAsync()
    {
        Looks++;
        return Fault is { } fault
            ? Task.FromException<ListReading<Instance>>(fault)
            : Task.FromResult(new ListReading<Instance>(List, IsWhole ? [] : [new NovitaException(NovitaErrorKind.ListIncomplete, "not confirmed")]));
    }
}
