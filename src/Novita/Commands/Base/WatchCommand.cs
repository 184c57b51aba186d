using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Client.Watching;
using Novita.Lists;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that looks at a list again and again, and writes what changed in between.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <typeparam name="TChange">A change of one.</typeparam>
public abstract class WatchCommand<T, TChange> : ConnectedCommand
    where T : Resource
{
    /// <summary>How often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = 10;

    /// <summary>How long to watch, in seconds; without it, until it is stopped.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSec { get; set; }

    /// <summary>How many changes to write at most.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Count { get; set; }

    /// <summary>What to read at each look.</summary>
    private protected abstract IReadOnlyList<ListRequest<T>> Requests { get; }

    /// <summary>What is compared.</summary>
    private protected abstract Watched<T, TChange> Watched { get; }

    /// <summary>Decides which rows of the first look are written; null for none.</summary>
    private protected virtual Func<T, bool>? ReportsAtFirst => null;

    /// <summary>Makes the test that a change must pass to be written.</summary>
    private protected abstract Func<TChange, bool> MakeFilter();

    private protected sealed override void Process()
    {
        var sessions = ResolveSessions();
        var requests = Requests;
        var watcher = new ListWatcher<T, TChange>(
            Watched,
            () => SessionListing<T>.ReadAllAsync(sessions, requests, Call),
            TimeSpan.FromSeconds(IntervalSec),
            TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            sessions[0].Client.Clock,
            Call)
        {
            ReportsAtFirst = ReportsAtFirst,
        };
        var isWanted = MakeFilter();
        var left = Count ?? long.MaxValue;
        while (left > 0 && Await(watcher.NextAsync) is { } changes)
        {
            foreach (var change in changes.Where(isWanted))
            {
                if (left-- > 0)
                {
                    WriteObject(change);
                }
            }

            Progress.Step(watcher.Count, null, $"{Noun<T>.Plural} watched");
        }
    }
}
