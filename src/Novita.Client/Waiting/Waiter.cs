using System.Globalization;

namespace Novita.Client.Waiting;

/// <summary>
/// Waits for resources to reach a goal: one reading of the list serves all of them, however many. Each is returned as soon as it
/// has reached the goal, or as soon as it is clear that it will not.
/// </summary>
/// <remarks>A resource is gone when two complete lists in a row lack it, or one where its removal is the goal.</remarks>
/// <typeparam name="T">Their kind.</typeparam>
internal sealed class Waiter<T>
    where T : Resource
{
    private readonly List<Awaited<T>> _waiting;
    private readonly WaitGoal<T> _goal;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _timeout;
    private readonly Clock _clock;
    private readonly CallContext _call;
    private readonly TimeSpan _begin;
    private readonly Dictionary<NovitaClient, Outage> _outages;
    private bool _started;
    private string? _told;

    /// <summary>Prepares to wait. Nothing is asked before the first <see cref="NextAsync"/>.</summary>
    /// <param name="resources">What to wait for, each once.</param>
    /// <param name="goal">What they are to become.</param>
    /// <param name="interval">The time between two ticks.</param>
    /// <param name="timeout">How long to wait in all.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    public Waiter(IReadOnlyList<Awaited<T>> resources, WaitGoal<T> goal, TimeSpan interval, TimeSpan timeout, CallContext call)
    {
        _waiting = [.. resources];
        _goal = goal;
        _interval = interval;
        _timeout = timeout;
        _call = call;
        _clock = resources.Count > 0 ? resources[0].Client.Clock : Clock.System;
        _begin = _clock.Uptime;
        _outages = resources.Select(resource => resource.Client).Distinct().ToDictionary(client => client, _ => new Outage());
    }

    /// <summary>How many are where, the most first: <c>150 starting, 3 exited</c>.</summary>
    public string Statuses => string.Join(", ",
        from resource in _waiting
        group resource by resource.State ?? "not seen" into status
        orderby status.Count() descending
        select $"{status.Count().ToString(CultureInfo.InvariantCulture)} {status.Key}");

    /// <summary>How many are waited for still.</summary>
    public int Remaining => _waiting.Count;

    /// <summary>
    /// Reads once, after the interval except the first time, and returns the resources whose wait is over; null when none is left to wait
    /// for.
    /// </summary>
    /// <exception cref="NovitaException">The list cannot be read, and will not be in a moment.</exception>
    public async Task<IReadOnlyList<Awaited<T>>?> NextAsync()
    {
        if (_waiting.Count == 0)
        {
            return null;
        }

        if (_started)
        {
            // Whoever takes the instances may have taken longer than the time that was left: then one last look follows at once.
            var left = _timeout - Elapsed;
            if (left > TimeSpan.Zero)
            {
                await _clock.Delay(Shorter(_interval, left), _call.CancellationToken).ConfigureAwait(false);
            }
        }

        _started = true;
        var done = await LookInTimeAsync().ConfigureAwait(false);
        foreach (var resource in done)
        {
            _waiting.Remove(resource);
        }

        ReportProgress();
        return Elapsed < _timeout ? done : [.. done, .. GiveUp()];
    }

    /// <summary>Reports how many resources are in each state, whenever that changes.</summary>
    private void ReportProgress()
    {
        var statuses = Statuses;
        if (statuses != _told && _waiting.Count > 0)
        {
            _told = statuses;
            _call.Tell(ClientEventKind.Step, $"waiting for {_goal}: {statuses}");
        }
    }

    private TimeSpan Elapsed => _clock.Uptime - _begin;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Reads, but not long past the time-out: retries must not hold it up, and the last reading needs its time.</summary>
    private async Task<List<Awaited<T>>> LookInTimeAsync()
    {
        var left = _timeout - Elapsed;
        using var deadline = _clock.CancelAfter((left > TimeSpan.Zero ? left : TimeSpan.Zero) + _interval);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_call.CancellationToken, deadline.Token);
        var call = _call with { CancellationToken = either.Token };
        try
        {
            await Task.WhenAll(_waiting.GroupBy(resource => resource.Client).Select(waiting => LookAsync(waiting, call)))
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_call.CancellationToken.IsCancellationRequested)
        {
            // The time is up. What was done before stays done.
        }

        return _waiting.Where(resource => resource.IsDone).ToList();
    }

    private async Task LookAsync(IGrouping<NovitaClient, Awaited<T>> waiting, CallContext call)
    {
        var list = await _outages[waiting.Key]
            .RideOutAsync(() => ListLook<T>.ReadAsync(waiting.Key, _goal.Request, waiting.Select(resource => resource.Id), call), call)
            .ConfigureAwait(false);
        if (list is not null)
        {
            await Task.WhenAll(waiting.Select(async resource => resource.IsDone = await IsDoneAsync(resource, list, call)
                .ConfigureAwait(false))).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsDoneAsync(Awaited<T> awaited, ListLook<T> list, CallContext call)
    {
        if (list.Find(awaited.Id) is not { } resource)
        {
            return list.IsComplete && IsGone(awaited);
        }

        awaited.See(resource, _goal.StateOf(resource), _goal.SignatureOf(resource));
        return await _goal.IsDoneAsync(awaited, resource, call).ConfigureAwait(false);
    }

    private bool IsGone(Awaited<T> awaited)
    {
        var wasSeen = awaited.State is not null;
        if (!awaited.Miss() && !(_goal.IsRemoval && wasSeen))
        {
            return false;
        }

        if (_goal.IsRemoval)
        {
            awaited.Resource = (T?)awaited.Resource?.WithState(InstanceStatus.Removed);
        }
        else
        {
            awaited.Fail(wasSeen
                ? new NovitaException(NovitaErrorKind.WaitUnreachable,
                    $"The {Noun<T>.Singular} cannot become {_goal} any more. It is gone; its last status was '{awaited.State}'.")
                : new NovitaException(NovitaErrorKind.NotFound, $"There is no such {Noun<T>.Singular} to wait for."));
        }

        return true;
    }

    private List<Awaited<T>> GiveUp()
    {
        var left = _waiting.ToList();
        _waiting.Clear();
        var within = string.Format(CultureInfo.InvariantCulture, "within {0:0} s", _timeout.TotalSeconds);
        foreach (var resource in left)
        {
            var problem = resource.State is { } state ? _goal.DescribeTimeout(state, within) : $"did not become {_goal} {within}: it "
                + $"was not seen.";
            resource.Fail(new NovitaException(NovitaErrorKind.WaitTimedOut, $"The {Noun<T>.Singular} {problem}"));
        }

        return left;
    }
}
