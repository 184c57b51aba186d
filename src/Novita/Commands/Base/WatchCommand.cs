using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Client.Watching;
using Novita.Lists;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that reads a list again and again and writes the changes between two readings.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <typeparam name="TChange">The type of a change.</typeparam>
public abstract class WatchCommand<T, TChange> : ConnectedCommand
    where T : Resource
{
    /// <summary>Sets the time between two readings of the list, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = 10;

    /// <summary>Ends the watch after this time, in seconds. By default it runs until it is stopped.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSec { get; set; }

    /// <summary>Ends the watch after this many changes.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Count { get; set; }

    /// <summary>The lists to read.</summary>
    private protected abstract IReadOnlyList<ListRequest<T>> Requests { get; }

    /// <summary>The properties to compare.</summary>
    private protected abstract Watched<T, TChange> Watched { get; }

    /// <summary>Selects the rows of the first reading that are written as changes; null for no row.</summary>
    private protected virtual Func<T, bool>? ReportsAtFirst => null;

    /// <summary>Returns the test that selects the changes to write.</summary>
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
