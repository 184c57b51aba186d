using System.Management.Automation;
using Novita.Client;
using Novita.Client.Parallel;
using Novita.Client.Requests;
using Novita.Errors;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>
/// A cmdlet that changes resources. Each is confirmed, then they are changed several at a time; a failure is an error of that
/// resource and stops no other.
/// </summary>
/// <typeparam name="T">Their kind.</typeparam>
public abstract class ChangeCommand<T> : TargetCommand<T>
    where T : Resource
{
    /// <summary>
    /// Writes each object that was changed, in its new state; with <c>-Wait</c>, as soon as it is done. Objects from the pipeline stay
    /// as they are.
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// The largest number of objects that may be changed. If there are more, the cmdlet changes none and ends with the error
    /// <c>TooManyAffected</c>.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxAffected { get; set; } = int.MaxValue;

    /// <summary>What a prompt says that the cmdlet does.</summary>
    private protected abstract string ActionDescription { get; }

    /// <summary>Says in a prompt what the cmdlet does to one resource.</summary>
    private protected virtual string Describe(Target<T> target) => ActionDescription;

    /// <summary>Whether each object that was changed is written.</summary>
    private protected virtual bool WritesChanged => PassThru;

    /// <summary>Whether objects are written only when a wait is over.</summary>
    private protected virtual bool WritesLater => false;

    /// <summary>Whether other properties than the state change, so that the object must be read again to be written.</summary>
    private protected virtual bool ChangesProperties => false;

    /// <summary>Checks the parameters as a whole before anything is sent.</summary>
    /// <exception cref="NovitaException">They do not go together.</exception>
    private protected virtual void Check()
    {
    }

    /// <summary>Prepares the changes before anything is asked or sent, such as by reading the resources.</summary>
    /// <param name="targets">The resources to change.</param>
    /// <returns>Those that can be changed; each other one is an error that this method wrote.</returns>
    private protected virtual IReadOnlyList<Target<T>> Prepare(IReadOnlyList<Target<T>> targets) => targets;

    /// <summary>Changes one resource, on any thread.</summary>
    /// <exception cref="NovitaException">The change failed.</exception>
    private protected abstract Task<OperationResult> ChangeAsync(Target<T> target);

    /// <summary>Reads one resource, on any thread.</summary>
    /// <exception cref="NovitaException">It could not be read.</exception>
    private protected abstract Task<T> ReadAsync(Target<T> target);

    /// <summary>Runs when all changes were made.</summary>
    /// <param name="changed">The resources that were changed.</param>
    private protected virtual void AfterChanges(IReadOnlyList<Target<T>> changed)
    {
    }

    private protected sealed override void Execute(IReadOnlyList<Target<T>> targets)
    {
        Check();
        if (targets.Count > MaxAffected)
        {
            throw new NovitaException(NovitaErrorKind.TooManyAffected,
                $"{Noun<T>.Count(targets.Count)} would be changed, but -MaxAffected allows {MaxAffected}. None was.");
        }

        AfterChanges(Change(Prepare(targets).Where(target => ShouldProcess(target.ToString(), Describe(target))).ToList()));
    }

    /// <summary>Writes an object, if <see cref="WritesChanged"/> says so.</summary>
    private protected void WritePassThru(Target<T> target, T? resource)
    {
        if (WritesChanged && resource is not null)
        {
            WriteObject(target.Session.Stamp(resource));
        }
    }

    private List<Target<T>> Change(List<Target<T>> targets)
    {
        var changed = new List<Target<T>>();
        var changes = new OrderedParallel<Target<T>, Target<T>>(targets, Target<T>.Limit(targets), ChangeAndReadAsync);
        try
        {
            while (Await(changes.NextAsync) is { } result)
            {
                if (result.Error is { } error)
                {
                    WriteError(error.ToErrorRecord(result.Item.Id));
                    continue;
                }

                changed.Add(result.Result!);
                Progress.Step(changed.Count, targets.Count, Noun<T>.Plural);
                if (!WritesLater)
                {
                    WritePassThru(result.Result!, result.Result!.Resource);
                }
            }
        }
        finally
        {
            // The pipeline may end while output is written: changes that were sent are completed, and no other is started.
            changes.DrainAsync().Wait();
        }

        return changed;
    }

    /// <summary>
    /// Changes a resource and takes the state from the response. The resource is read only where it is to be written and the response
    /// does not say enough.
    /// </summary>
    private async Task<Target<T>> ChangeAndReadAsync(Target<T> target)
    {
        var result = await ChangeAsync(target).ConfigureAwait(false);
        if (result.Id != target.Id)
        {
            target = target with { Id = result.Id, Resource = null };
        }

        if (result.Status is { } status && target.Resource is { } known)
        {
            target = target with { Resource = (T)known.WithState(status) };
        }

        var isEnough = target.Resource is not null && result.Status is not null && !ChangesProperties;
        return WritesChanged && !WritesLater && !isEnough ? await RefreshAsync(target).ConfigureAwait(false) : target;
    }

    private async Task<Target<T>> RefreshAsync(Target<T> target)
    {
        try
        {
            var read = await ReadAsync(target).ConfigureAwait(false);
            return target.Resource is { } known && read.CurrentState is { } state && !ChangesProperties
                ? target with { Resource = (T)known.WithState(state) }
                : target with { Resource = read };
        }
        catch (NovitaException error) when (error.IsGone)
        {
            return target with { Resource = (T?)target.Resource?.WithState(InstanceStatus.Removed) };
        }
        catch (NovitaException error)
        {
            Call.Report(
                ClientEventKind.Warning, $"The change was made, but the {Noun<T>.Singular} could not be read back. {error.Message}");
            return target;
        }
    }
}
