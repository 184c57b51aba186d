using System.Management.Automation;
using System.Reflection;
using Novita.Client;
using Novita.Client.Costs;
using Novita.Client.Lists;
using Novita.Client.Parallel;
using Novita.Client.Waiting;
using Novita.Completion;
using Novita.Errors;
using Novita.Lists;
using Novita.Sessions;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that uses sessions.</summary>
public abstract class ConnectedCommand : NovitaCommand
{
    /// <summary>The default interval between two looks of a wait, in seconds.</summary>
    private protected const int DefaultIntervalSec = 5;

    /// <summary>The default time limit of a wait, in seconds.</summary>
    private protected const int DefaultTimeoutSec = 1800;

    /// <summary>How long a prompt waits for a price, so that a slow catalog does not hold it up.</summary>
    private static readonly TimeSpan s_priceTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Uses these sessions, given as objects or by name. A list cmdlet reads several sessions as one list. Without this parameter, an
    /// object uses the session that it was read through, and everything else uses the current session: the latest of this runspace, then
    /// the inherited one, then the one of <c>$env:NOVITA_API_KEY</c>. See <c>about_Novita_Sessions</c>.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SessionReference[]? Session { get; set; }

    /// <summary>Whether a prompt or <c>-WhatIf</c> shows the action of <see cref="Cmdlet.ShouldProcess(string, string)"/>.</summary>
    private bool IsActionShown
    {
        get
        {
            if (IsSet("WhatIf") ?? LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference")))
            {
                return true;
            }

            if (IsSet("Confirm") is { } confirm)
            {
                return confirm;
            }

            var isKnown = LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact level);
            var preference = isKnown ? level : ConfirmImpact.High;
            return preference != ConfirmImpact.None && preference <= GetType().GetCustomAttribute<CmdletAttribute>().ConfirmImpact;
        }
    }

    /// <summary>Returns the sessions that <see cref="Session"/> names, each once, or the current session.</summary>
    /// <exception cref="NovitaException">
    /// There is no current session, or no session of a given name (<see cref="NovitaErrorKind.NotConnected"/>).
    /// </exception>
    private protected IReadOnlyList<NovitaSession> ResolveSessions() =>
        Session is null
            ? [SessionStore.Current(new SessionFactory(this))]
            : Session.Select(reference => reference.Resolve(new SessionFactory(this))).Distinct().ToList();

    /// <summary>
    /// Finds the sessions for a resource: those that <see cref="Session"/> names, else the resource's own, else the current one. If the
    /// resource's own session does not exist here, a non-terminating error is written and the result is empty.
    /// </summary>
    private protected IReadOnlyList<Target<T>> Resolve<T>(ResourceReference reference)
        where T : Resource
    {
        NovitaSession? own;
        try
        {
            reference.Require<T>();
            own = Session is null ? reference.FindSession<T>(new SessionFactory(this)) : null;
        }
        catch (NovitaException error)
        {
            WriteError(error.ToErrorRecord(reference.ToString()));
            return [];
        }

        var sessions = own is null ? ResolveSessions() : [own];
        return sessions.Select(session => new Target<T>(session, reference.Id, reference.Resource as T)).ToList();
    }

    /// <summary>Reads whole lists of the sessions. What could not be read or confirmed is written as non-terminating errors.</summary>
    private protected IReadOnlyList<Target<T>> ReadTargets<T>(IReadOnlyList<ListRequest<T>> requests)
        where T : Resource
    {
        var targets = new List<Target<T>>();
        using var listing = new SessionListing<T>(ResolveSessions(), requests, Listing<T>.DefaultPageSize, verify: false, Call);
        while (Await(() => listing.NextAsync(long.MaxValue)) is { } rows)
        {
            targets.AddRange(rows.Select(row => new Target<T>((NovitaSession)row.Session!, row.Id, row)));
        }

        WriteErrors(listing);
        return targets;
    }

    /// <summary>Writes an error for each member that could not be read.</summary>
    private protected void WriteUnreadable<T>(UnreadableMembers<T> members)
        where T : Resource
    {
        foreach (var member in members.All)
        {
            WriteError(member.ToException<T>().ToErrorRecord(member.FirstId));
        }
    }

    /// <summary>
    /// Writes the errors of a listing after its rows: values that could not be read, and lists that could not be confirmed.
    /// </summary>
    private protected void WriteErrors<T>(SessionListing<T> listing)
        where T : Resource
    {
        foreach (var unreadable in listing.Unreadable)
        {
            WriteError(unreadable.Value.ToErrorRecord(unreadable.Key));
        }

        foreach (var error in listing.Unconfirmed)
        {
            WriteError(error.ToErrorRecord());
        }
    }

    /// <summary>
    /// Processes resources several at a time and returns the results in the order of the resources. A failure is written as a
    /// non-terminating error and has no result.
    /// </summary>
    /// <param name="targets">The resources.</param>
    /// <param name="limit">How many resources are processed at a time, at least 1.</param>
    /// <param name="act">Processes one resource, on any thread. Throws a <see cref="NovitaException"/> for a failure.</param>
    private protected IEnumerable<(Target<T> Target, TResult Result)> ForEach<T, TResult>(
        IReadOnlyList<Target<T>> targets, int limit, Func<Target<T>, Task<TResult>> act)
        where T : Resource
    {
        var results = new OrderedParallel<Target<T>, TResult>(targets, limit, act);
        for (var done = 1; Await(results.NextAsync) is { } result; done++)
        {
            Progress.Step(done, targets.Count, Noun<T>.Plural);
            if (result.Error is { } error)
            {
                WriteError(error.ToErrorRecord(result.Item.Id));
            }
            else
            {
                yield return (result.Item, result.Result!);
            }
        }
    }

    /// <summary>Waits for resources. Writes a non-terminating error for each that does not reach the goal.</summary>
    /// <param name="targets">The resources.</param>
    /// <param name="goal">What to wait for.</param>
    /// <param name="intervalSec">How often to look, in seconds.</param>
    /// <param name="timeoutSec">How long to wait in all, in seconds.</param>
    /// <param name="reached">Called for each resource that reaches the goal, at once.</param>
    private protected void WaitFor<T>(
        IEnumerable<Target<T>> targets, WaitGoal<T> goal, int intervalSec, int timeoutSec, Action<Target<T>, T?> reached)
        where T : Resource
    {
        var awaited = targets.ToDictionary(
            target => new Awaited<T>(target.Client, target.Id, target.Resource, target.Resource?.CurrentState));
        var waiter = new Waiter<T>([.. awaited.Keys], goal, TimeSpan.FromSeconds(intervalSec), TimeSpan.FromSeconds(timeoutSec), Call);
        while (Await(waiter.NextAsync) is { } done)
        {
            foreach (var resource in done)
            {
                var target = awaited[resource];
                if (resource.Error is { } error)
                {
                    WriteError(error.ToErrorRecord(target.Id));
                }
                else
                {
                    reached(target, resource.Resource);
                }
            }

            Progress.Step(awaited.Count - waiter.Remaining, awaited.Count, $"{Noun<T>.Plural}, {waiter.Statuses}");
        }
    }

    /// <summary>Returns the part of a prompt that names the price. The catalog is not read if no prompt is shown.</summary>
    /// <param name="session">The session whose catalog has the price.</param>
    /// <param name="find">Finds the rate. If that fails or takes too long, the prompt says that the price is not known.</param>
    /// <param name="months">How many months are paid at once; null for an instance that is billed by the hour.</param>
    private protected string DescribeBill(NovitaSession session, Func<CallContext, Task<Rate?>> find, int? months = null) =>
        IsActionShown ? Rate.Describe(Await(() => TryFindAsync(session, find)), months) : "bill";

    private async Task<Rate?> TryFindAsync(NovitaSession session, Func<CallContext, Task<Rate?>> find)
    {
        using var limit = session.Client.Clock.CancelAfter(s_priceTimeout);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, Call.CancellationToken);
        try
        {
            return await find(Call with { CancellationToken = end.Token }).ConfigureAwait(false);
        }
        catch (Exception error) when (
            error is NovitaException or OperationCanceledException && !Call.CancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
