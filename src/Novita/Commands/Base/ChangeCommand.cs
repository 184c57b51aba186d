using System.Management.Automation;
using Novita.Client;
using Novita.Client.Parallel;
using Novita.Client.Requests;
using Novita.Errors;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>
/// A cmdlet that changes resources. Each resource is confirmed; then several are changed at a time. A failure is a non-terminating error.
/// </summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ChangeCommand<T> : TargetCommand<T>
    where T : Resource
{
    /// <summary>
    /// Writes each changed object with its new state. A cmdlet with <c>-Wait</c> writes each when its wait ends. The objects from the
    /// pipeline are not modified.
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Limits how many objects may be changed. If there are more, nothing is changed and the cmdlet ends with the error
    /// <c>TooManyAffected</c>.
    /// </summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxAffected { get; set; } = int.MaxValue;

    /// <summary>The action, as the prompt names it.</summary>
    private protected abstract string ActionDescription { get; }

    /// <summary>Returns the text of the prompt for one resource.</summary>
    private protected virtual string Describe(Target<T> target) => ActionDescription;

    /// <summary>Whether each changed object is written.</summary>
    private protected virtual bool WritesChanged => PassThru;

    /// <summary>Whether objects are written only after a wait.</summary>
    private protected virtual bool WritesLater => false;

    /// <summary>Whether the change affects more than the state, so that an object must be read again before it is written.</summary>
    private protected virtual bool ChangesProperties => false;

    /// <summary>Checks the combination of parameters before anything is sent.</summary>
    /// <exception cref="NovitaException">The parameters contradict each other.</exception>
    private protected virtual void Check()
    {
    }

    /// <summary>Prepares the changes before the prompts, such as by reading the resources.</summary>
    /// <param name="targets">The resources to change.</param>
    /// <returns>The resources that can be changed. For every other resource, this method has written an error.</returns>
    private protected virtual IReadOnlyList<Target<T>> Prepare(IReadOnlyList<Target<T>> targets) => targets;

    /// <summary>Changes one resource. Called on any thread.</summary>
    /// <exception cref="NovitaException">The change failed.</exception>
    private protected abstract Task<OperationResult> ChangeAsync(Target<T> target);

    /// <summary>Reads one resource. Called on any thread.</summary>
    /// <exception cref="NovitaException">The resource could not be read.</exception>
    private protected abstract Task<T> ReadAsync(Target<T> target);

    /// <summary>Runs after all changes.</summary>
    /// <param name="changed">The resources that were changed.</param>
    private protected virtual void AfterChanges(IReadOnlyList<Target<T>> changed)
    {
    }

    private protected sealed override void Execute(IReadOnlyList<Target<T>> targets)
    {
        Check();
        if (targets.Count > MaxAffected)
        {
            throw new NovitaException(
                NovitaErrorKind.TooManyAffected,
                $"{Noun<T>.Count(targets.Count)} would be changed, but -MaxAffected allows {MaxAffected}. Nothing was changed.");
        }

        var confirmed = Prepare(targets).Where(target => ShouldProcess(target.ToString(), Describe(target))).ToList();
        AfterChanges(Change(confirmed));
    }

    /// <summary>Writes an object if <see cref="WritesChanged"/> is true.</summary>
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
            // Writing output may end the pipeline: complete the changes that were sent, and start no other.
            changes.DrainAsync().Wait();
        }

        return changed;
    }

    /// <summary>
    /// Changes a resource and takes its new state from the response. The resource is read again only if it is written and the response
    /// does not have every new value.
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
