using System.Management.Automation;
using Novita.Client.Actions;
using Novita.Client.Http;
using Novita.Errors;
using Novita.Selection;

namespace Novita.Abstractions;

/// <summary>A cmdlet that changes instances: each is confirmed, then they are changed several at a time; what fails for one is an error and stops no other.</summary>
public abstract class InstanceChangeCommand : InstanceCommand
{
    /// <summary>Writes each instance that was changed, with the status it has then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>How many instances may be changed at most. If there are more, none is.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxAffected { get; set; } = int.MaxValue;

    /// <summary>What a prompt says that the cmdlet does.</summary>
    private protected abstract string Doing { get; }

    /// <summary>Whether instances are written only when they are done changing.</summary>
    private protected virtual bool WritesLater => false;

    /// <summary>Whether an instance has other properties afterwards, so that it must be read again to be written.</summary>
    private protected virtual bool ChangesProperties => false;

    /// <summary>Checks the parameters as a whole before anything is sent.</summary>
    /// <exception cref="NovitaException">They do not go together.</exception>
    private protected virtual void Check()
    {
    }

    /// <summary>Changes one instance, on any thread.</summary>
    /// <exception cref="NovitaException">It failed.</exception>
    private protected abstract Task<ActionResult> ChangeAsync(InstanceTarget target);

    /// <summary>Runs when all changes were made.</summary>
    /// <param name="changed">The instances that were changed.</param>
    private protected virtual void Finish(IReadOnlyList<InstanceTarget> changed)
    {
    }

    private protected sealed override void Act(IReadOnlyList<InstanceTarget> targets)
    {
        Check();
        if (targets.Count > MaxAffected)
        {
            throw new NovitaException(NovitaErrorKind.TooManyAffected, $"{targets.Count} instances would be changed, but -MaxAffected allows {MaxAffected}. None was.");
        }

        Finish(Change(targets.Where(target => ShouldProcess(target.ToString(), Doing)).ToList()));
    }

    /// <summary>Writes an instance, if that is wanted.</summary>
    private protected void Pass(InstanceTarget target, Instance? instance)
    {
        if (PassThru && instance is not null)
        {
            WriteObject(target.Session.Own(instance));
        }
    }

    private List<InstanceTarget> Change(List<InstanceTarget> targets)
    {
        var changed = new List<InstanceTarget>();
        var changes = new InOrder<InstanceTarget, InstanceTarget>(targets, InstanceTarget.Limit(targets), ChangeAndReadAsync);
        try
        {
            while (Await(changes.NextAsync) is { } outcome)
            {
                if (outcome.Error is { } error)
                {
                    WriteError(error.ToErrorRecord(outcome.Item.Id));
                    continue;
                }

                changed.Add(outcome.Result!);
                Progress.Step(changed.Count, targets.Count, "instances");
                if (!WritesLater)
                {
                    Pass(outcome.Result!, outcome.Result!.Instance);
                }
            }
        }
        finally
        {
            // Whoever takes the output may end the pipeline: a change that was sent is seen through, and no other is begun.
            changes.SettleAsync().Wait();
        }

        return changed;
    }

    /// <summary>Changes an instance and takes over the status that the reply gives. The instance is read only where it is to be written and the reply does not say enough.</summary>
    private async Task<InstanceTarget> ChangeAndReadAsync(InstanceTarget target)
    {
        var result = await ChangeAsync(target).ConfigureAwait(false);
        if (result.InstanceId != target.Id)
        {
            target = target with { Id = result.InstanceId, Instance = null };
        }

        if (result.Status is { } status)
        {
            target.Instance?.Status = status;
        }

        var isEnough = target.Instance is not null && result.Status is not null && !ChangesProperties;
        return PassThru && !WritesLater && !isEnough ? await ReadAsync(target).ConfigureAwait(false) : target;
    }

    private async Task<InstanceTarget> ReadAsync(InstanceTarget target)
    {
        try
        {
            var read = await target.Client.GetInstanceAsync(target.Id, Call).ConfigureAwait(false);
            if (target.Instance is null || ChangesProperties)
            {
                return target with { Instance = read };
            }

            target.Instance.Status = read.Status;
        }
        catch (NovitaException error) when (error.IsInstanceGone)
        {
            target.Instance?.Status = InstanceAction.Remove.Goal;
        }
        catch (NovitaException error)
        {
            Call.Tell(ClientEventKind.Warning, $"The change was made, but the instance could not be read back. {error.Message}");
        }

        return target;
    }
}
