using System.Management.Automation;
using Novita.Client.Waiting;
using Novita.Completers;
using Novita.Errors;
using Novita.Selection;
using Novita.Sessions;

namespace Novita.Abstractions;

/// <summary>A cmdlet that works through sessions.</summary>
public abstract class ConnectedCommand : NovitaCommand
{
    /// <summary>How often a wait looks, in seconds, when the user says nothing about it.</summary>
    private protected const int DefaultIntervalSec = 5;

    /// <summary>How long to wait, in seconds, when the user says nothing about it.</summary>
    private protected const int DefaultTimeoutSec = 1800;

    /// <summary>Sessions, or their names. Without it: this runspace's latest, then the process's, then <c>$env:NOVITA_API_KEY</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SessionReference[]? Session { get; set; }

    /// <summary>The sessions to work through, each once.</summary>
    /// <exception cref="NovitaException">There is none, or none of a name that was given (<see cref="NovitaErrorKind.NotConnected"/>).</exception>
    private protected IReadOnlyList<NovitaSession> ResolveSessions() =>
        Session is null
            ? [SessionStore.Current(new SessionFactory(this))]
            : Session.Select(reference => reference.Resolve(new SessionFactory(this))).Distinct().ToList();

    /// <summary>Finds the sessions to reach an instance through: those that <see cref="Session"/> names, else its own, else the current one. That its own is not here is an error of this instance alone.</summary>
    private protected IReadOnlyList<InstanceTarget> Resolve(InstanceReference reference)
    {
        NovitaSession? own;
        try
        {
            own = Session is null ? reference.FindSession(new SessionFactory(this)) : null;
        }
        catch (NovitaException error)
        {
            WriteError(error.ToErrorRecord(reference.Id));
            return [];
        }

        return (own is null ? ResolveSessions() : [own]).Select(session => new InstanceTarget(session, reference.Id, reference.Instance)).ToList();
    }

    /// <summary>Waits for instances and gives each as it arrives; one that does not is an error.</summary>
    private protected void WaitFor(IEnumerable<InstanceTarget> targets, WaitGoal goal, int intervalSec, int timeoutSec, Action<InstanceTarget, Instance?> arrived)
    {
        var awaited = targets.ToDictionary(target => new AwaitedInstance(target.Client, target.Id, target.Instance));
        var waiter = new InstanceWaiter([.. awaited.Keys], goal, TimeSpan.FromSeconds(intervalSec), TimeSpan.FromSeconds(timeoutSec), Call);
        while (Await(waiter.NextAsync) is { } settled)
        {
            foreach (var instance in settled)
            {
                var target = awaited[instance];
                if (instance.Error is { } error)
                {
                    WriteError(error.ToErrorRecord(target.Id));
                }
                else
                {
                    arrived(target, instance.Instance);
                }
            }

            Progress.Step(awaited.Count - waiter.Remaining, awaited.Count, $"instances, {waiter.Statuses}");
        }
    }
}
