using System.Globalization;

namespace Novita.Client.Waiting;

/// <summary>
/// Waits for resources to reach a goal. All resources share one reading of the list. Each resource is returned as soon as it has reached
/// the goal, or cannot reach the goal any more.
/// </summary>
/// <remarks>A resource counts as deleted when two complete lists in a row lack it, or one list where deletion is the goal.</remarks>
/// <typeparam name="T">The type of the resources.</typeparam>
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
    private string? _reported;

    /// <summary>Creates a waiter. Nothing is sent before the first <see cref="NextAsync"/>.</summary>
    /// <param name="resources">The resources, each once.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="interval">The time between two readings.</param>
    /// <param name="timeout">The maximum time of the wait.</param>
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

    /// <summary>The number of resources in each state, the largest number first: <c>150 starting, 3 exited</c>.</summary>
    public string Statuses
    {
        get
        {
            var statuses =
                from resource in _waiting
                group resource by resource.State ?? "not seen" into status
                orderby status.Count() descending
                select $"{status.Count().ToString(CultureInfo.InvariantCulture)} {status.Key}";
            return string.Join(", ", statuses);
        }
    }

    /// <summary>The number of resources whose wait is not over.</summary>
    public int Remaining => _waiting.Count;

    /// <summary>
    /// Waits for the interval, except the first time, reads the list, and returns the resources whose wait is over; null when the wait for
    /// all resources is over.
    /// </summary>
    /// <exception cref="NovitaException">The list cannot be read, and the failure is not temporary.</exception>
    public async Task<IReadOnlyList<Awaited<T>>?> NextAsync()
    {
        if (_waiting.Count == 0)
        {
            return null;
        }

        if (_started)
        {
            // The caller may have used up the time that was left: then the last reading follows at once.
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

    /// <summary>Reports the number of resources in each state when the numbers have changed.</summary>
    private void ReportProgress()
    {
        var statuses = Statuses;
        if (statuses != _reported && _waiting.Count > 0)
        {
            _reported = statuses;
            _call.Report(ClientEventKind.Step, $"waiting for {_goal}: {statuses}");
        }
    }

    private TimeSpan Elapsed => _clock.Uptime - _begin;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>Reads the list, and cancels the reading one interval after the time-out, so that retries do not delay it.</summary>
    private async Task<List<Awaited<T>>> LookInTimeAsync()
    {
        var left = _timeout - Elapsed;
        using var deadline = _clock.CancelAfter((left > TimeSpan.Zero ? left : TimeSpan.Zero) + _interval);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_call.CancellationToken, deadline.Token);
        var call = _call with { CancellationToken = either.Token };
        try
        {
            var looks = _waiting.GroupBy(resource => resource.Client).Select(waiting => LookAsync(waiting, call));
            await Task.WhenAll(looks).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_call.CancellationToken.IsCancellationRequested)
        {
            // The time is up. Resources that were done before are returned.
        }

        return _waiting.Where(resource => resource.IsDone).ToList();
    }

    private async Task LookAsync(IGrouping<NovitaClient, Awaited<T>> waiting, CallContext call)
    {
        var ids = waiting.Select(resource => resource.Id);
        var read = () => ListLook<T>.ReadAsync(waiting.Key, _goal.Request, ids, call);
        if (await _outages[waiting.Key].RideOutAsync(read, call).ConfigureAwait(false) is { } list)
        {
            await Task.WhenAll(waiting.Select(JudgeAsync)).ConfigureAwait(false);

            async Task JudgeAsync(Awaited<T> resource) => resource.IsDone = await IsDoneAsync(resource, list, call).ConfigureAwait(false);
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
                ? new NovitaException(
                    NovitaErrorKind.WaitUnreachable,
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
            var problem = resource.State is { } state
                ? _goal.DescribeTimeout(state, within)
                : $"did not become {_goal} {within}: it was not seen.";
            resource.Fail(new NovitaException(NovitaErrorKind.WaitTimedOut, $"The {Noun<T>.Singular} {problem}"));
        }

        return left;
    }
}
