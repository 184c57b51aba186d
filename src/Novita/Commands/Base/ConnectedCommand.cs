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

/// <summary>A cmdlet that works through sessions.</summary>
public abstract class ConnectedCommand : NovitaCommand
{
    /// <summary>How often a wait looks, in seconds, when the user says nothing about it.</summary>
    private protected const int DefaultIntervalSec = 5;

    /// <summary>How long to wait, in seconds, when the user says nothing about it.</summary>
    private protected const int DefaultTimeoutSec = 1800;

    /// <summary>How long a prompt waits for a price.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Sessions, or their names; a list cmdlet reads several as one list. Without it, an object is reached through the session that it
    /// was read through, and anything else through the current one: this runspace's latest session, then the one that it inherits, then
    /// the one that <c>$env:NOVITA_API_KEY</c> makes. See <c>about_Novita_Sessions</c>.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SessionReference[]? Session { get; set; }

    /// <summary>Whether a prompt or <c>-WhatIf</c> will show what <see cref="Cmdlet.ShouldProcess(string, string)"/> is given.</summary>
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

    /// <summary>The sessions to work through, each once.</summary>
    /// <exception cref="NovitaException">
    /// There is none, or none of a name that was given (<see cref="NovitaErrorKind.NotConnected"/>).
    /// </exception>
    private protected IReadOnlyList<NovitaSession> ResolveSessions() =>
        Session is null
            ? [SessionStore.Current(new SessionFactory(this))]
            : Session.Select(reference => reference.Resolve(new SessionFactory(this))).Distinct().ToList();

    /// <summary>
    /// Finds the sessions to reach a resource through: those that <see cref="Session"/> names, else its own, else the current one. A
    /// session that is not here is an error of this resource alone.
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

        return (own is null ? ResolveSessions() : [own]).Select(session => new Target<T>(session, reference.Id, reference.Resource as T))
            .ToList();
    }

    /// <summary>Reads whole lists of the sessions. A list that is not known to be complete is an error beside its rows.</summary>
    private protected IReadOnlyList<Target<T>> ReadTargets<T>(IReadOnlyList<ListRequest<T>> requests)
        where T : Resource
    {
        var sessions = ResolveSessions();
        var reading = Await(() => SessionListing<T>.ReadAllAsync(sessions, requests, Call));
        foreach (var error in reading.Unconfirmed)
        {
            WriteError(error.ToErrorRecord());
        }

        return [.. from row in reading.Rows select new Target<T>((NovitaSession)row.Session!, row.Id, row)];
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
    /// Works on resources, several at a time, and returns what succeeded in their order. A failure is an error of that resource.
    /// </summary>
    /// <param name="targets">The resources.</param>
    /// <param name="limit">How many are worked on at a time, at least 1.</param>
    /// <param name="act">The work, on any thread; a <see cref="NovitaException"/> is a failure.</param>
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

    /// <summary>Waits for resources and passes each on as it reaches the goal; one that does not is an error.</summary>
    private protected void WaitFor<T>(IEnumerable<Target<T>> targets, WaitGoal<T> goal, int intervalSec, int timeoutSec,
        Action<Target<T>, T?> reached)
        where T : Resource
    {
        var awaited =
            targets.ToDictionary(target => new Awaited<T>(target.Client, target.Id, target.Resource, target.Resource?.CurrentState));
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

    /// <summary>Says what is about to be billed, for a prompt. Where nobody will see it, nothing is read.</summary>
    /// <param name="session">The session whose catalog has the price.</param>
    /// <param name="find">Finds the rate. A price that cannot be read soon is not known, which is no error.</param>
    /// <param name="months">How many months are paid at once; null for none.</param>
    private protected string DescribeBill(NovitaSession session, Func<CallContext, Task<Rate?>> find, int? months = null) =>
        IsActionShown ? Rate.Describe(Await(() => TryFindAsync(session, find)), months) : "bill";

    private async Task<Rate?> TryFindAsync(NovitaSession session, Func<CallContext, Task<Rate?>> find)
    {
        using var limit = session.Client.Clock.CancelAfter(s_patience);
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
