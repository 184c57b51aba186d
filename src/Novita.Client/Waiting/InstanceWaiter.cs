using System.Globalization;
using Novita.Client.Actions;
using Novita.Client.Http;

namespace Novita.Client.Waiting;

/// <summary>
/// Waits for instances to arrive at a status: one reading of the list a tick serves all of them, however many. Each is given
/// out as soon as it has arrived, or as soon as it is plain that it will not.
/// </summary>
/// <remarks>
/// A status that an instance is first seen in is never a failure, because the list may not show yet what was begun. After it has
/// changed, an error status, or one that does not lead to the goal, ends the wait for that instance. An instance has gone when
/// two whole lists in a row do not have it, or one where that is what is waited for.
/// </remarks>
internal sealed class InstanceWaiter
{
    private readonly List<AwaitedInstance> _waiting;
    private readonly WaitGoal _goal;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _timeout;
    private readonly Clock _clock;
    private readonly CallContext _call;
    private readonly TimeSpan _begin;
    private readonly Dictionary<NovitaClient, Outage> _outages;
    private bool _started;
    private string? _told;

    /// <summary>Prepares to wait. Nothing is asked before the first <see cref="NextAsync"/>.</summary>
    /// <param name="instances">What to wait for, each once.</param>
    /// <param name="goal">What they are to become.</param>
    /// <param name="interval">The time between two ticks.</param>
    /// <param name="timeout">How long to wait in all.</param>
    /// <param name="call">Whom to tell, and what ends it.</param>
    public InstanceWaiter(IReadOnlyList<AwaitedInstance> instances, WaitGoal goal, TimeSpan interval, TimeSpan timeout, CallContext call)
    {
        _waiting = [.. instances];
        _goal = goal;
        _interval = interval;
        _timeout = timeout;
        _call = call;
        _clock = instances.Count > 0 ? instances[0].Client.Clock : Clock.System;
        _begin = _clock.Uptime;
        _outages = instances.Select(instance => instance.Client).Distinct().ToDictionary(client => client, _ => new Outage());
    }

    /// <summary>How many are where, the most first: <c>150 starting, 3 exited</c>.</summary>
    public string Statuses => string.Join(", ",
        from instance in _waiting
        group instance by instance.Status ?? "not seen" into status
        orderby status.Count() descending
        select $"{status.Count().ToString(CultureInfo.InvariantCulture)} {VisibleText.Of(status.Key)}");

    /// <summary>How many are waited for still.</summary>
    public int Remaining => _waiting.Count;

    /// <summary>Looks once, after an interval unless it is the first time, and gives those that are waited for no longer; null when none was left.</summary>
    /// <exception cref="NovitaException">The list cannot be read, and will not be in a moment.</exception>
    public async Task<IReadOnlyList<AwaitedInstance>?> NextAsync()
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
        var settled = await LookInTimeAsync().ConfigureAwait(false);
        foreach (var instance in settled)
        {
            _waiting.Remove(instance);
        }

        TellWhere();
        return Elapsed < _timeout ? settled : [.. settled, .. GiveUp()];
    }

    /// <summary>Tells how many are where, whenever that is other than before.</summary>
    private void TellWhere()
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

    /// <summary>Looks, but not for long past the time-out: a request that is tried again and again must not hold it up, and the last look of all needs its time.</summary>
    private async Task<List<AwaitedInstance>> LookInTimeAsync()
    {
        var left = _timeout - Elapsed;
        using var deadline = _clock.CancelAfter((left > TimeSpan.Zero ? left : TimeSpan.Zero) + _interval);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_call.CancellationToken, deadline.Token);
        var call = _call with { CancellationToken = either.Token };
        try
        {
            await Task.WhenAll(_waiting.GroupBy(instance => instance.Client).Select(waiting => LookAsync(waiting, call))).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_call.CancellationToken.IsCancellationRequested)
        {
            // The time is up. What was settled before it was stays settled.
        }

        return _waiting.Where(instance => instance.IsSettled).ToList();
    }

    private async Task LookAsync(IGrouping<NovitaClient, AwaitedInstance> waiting, CallContext call)
    {
        var list = await _outages[waiting.Key].RideOutAsync(() => FleetLook.ReadAsync(waiting.Key, waiting.Select(instance => instance.Id), call), call).ConfigureAwait(false);
        if (list is not null)
        {
            await Task.WhenAll(waiting.Select(async instance => instance.IsSettled = await IsSettledAsync(instance, list, call).ConfigureAwait(false))).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsSettledAsync(AwaitedInstance awaited, FleetLook list, CallContext call)
    {
        if (list.Find(awaited.Id) is not { } instance)
        {
            return list.IsWhole && IsGone(awaited);
        }

        awaited.See(instance);
        if (_goal.IsReached(instance.Status))
        {
            if (_goal.StartsAtGoal && !awaited.HasChanged && awaited.Looks < 2)
            {
                return false;
            }

            return _goal.Probe is null || await _goal.Probe.IsSettledAsync(awaited, call).ConfigureAwait(false);
        }

        if (!awaited.HasChanged || (instance.StatusError is null && !_goal.IsOutOfReachFrom(instance.Status)))
        {
            return false;
        }

        awaited.Fail(Unreachable($"It is '{VisibleText.Of(instance.Status)}'{(instance.StatusError is { } error ? $" with the error '{VisibleText.Of($"{error}")}'" : "")}"));
        return true;
    }

    private bool IsGone(AwaitedInstance awaited)
    {
        var wasSeen = awaited.Status is not null;
        if (!awaited.Miss() && !(_goal.IsRemoval && wasSeen))
        {
            return false;
        }

        if (_goal.IsRemoval)
        {
            awaited.Instance?.Status = InstanceAction.Remove.Goal;
        }
        else
        {
            awaited.Fail(wasSeen
                ? Unreachable($"It is gone; its last status was '{VisibleText.Of(awaited.Status!)}'")
                : new NovitaException(NovitaErrorKind.NotFound, "There is no such instance to wait for."));
        }

        return true;
    }

    private NovitaException Unreachable(string how) =>
        new(NovitaErrorKind.WaitUnreachable, $"The instance cannot become {_goal} any more. {how}.");

    private List<AwaitedInstance> GiveUp()
    {
        var left = _waiting.ToList();
        _waiting.Clear();
        foreach (var instance in left)
        {
            var within = string.Format(CultureInfo.InvariantCulture, "within {0:0} s", _timeout.TotalSeconds);
            instance.Fail(new NovitaException(NovitaErrorKind.WaitTimedOut, instance.Status switch
            {
                null => $"The instance did not become {_goal} {within}: it was not seen.",
                { } status when _goal.Probe is { } probe && _goal.IsReached(status) => $"The instance is '{VisibleText.Of(status)}', but {probe} did not answer {within}.",
                { } status => $"The instance did not become {_goal} {within}: its last status was '{VisibleText.Of(status)}'.",
            }));
        }

        return left;
    }
}
