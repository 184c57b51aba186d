using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Operations;
using Novita.Client.Text;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Errors;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Saves the image of an instance to a registry. While the service's job runs, the service refuses other changes of the instance.
/// </summary>
[Cmdlet(VerbsData.Save, "NovitaInstanceImage", DefaultParameterSetName = IdSet,
    SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Job))]
public sealed class SaveNovitaInstanceImageCommand : ResourceCommand<Instance>
{
    /// <summary>Saves the image to this address, <c>registry/repository:tag</c>, 1 to 4095 characters.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 4095)]
    public string ImageUrl { get; set; } = "";

    /// <summary>Pushes the image with this registry credential, given as an object or by id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>Waits until the job has ended. A job that failed or was stopped is an error.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>With <see cref="Wait"/>, limits the whole wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>, sets the time between two looks at the job, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    private protected override ListRequest<Instance> AllRequest => ListRequests.Instances();

    private protected override void Execute(IReadOnlyList<Target<Instance>> targets)
    {
        var image = VisibleText.Shorten(ImageUrl, 60);
        if (targets.Count > 1)
        {
            throw Limits.Invalid(
                $"{targets.Count} instances were given, but each would replace the image '{image}' of the previous one. "
                + "Save each instance with an -ImageUrl of its own.");
        }

        if (targets is not [var target] || !ShouldProcess($"{target}", $"Save image as '{image}'"))
        {
            return;
        }

        try
        {
            Write(target.Session, Await(() => target.Client.BeginSaveImageAsync(target.Id, ImageUrl, ImageAuthId, Call)));
        }
        catch (NovitaException error)
        {
            WriteError(error.ToErrorRecord(target.Id));
        }
    }

    private void Write(NovitaSession session, Job begun)
    {
        if (!Wait)
        {
            WriteObject(session.Stamp(begun));
            return;
        }

        var target = new Target<Job>(session, begun.Id, begun);
        WaitFor([target], new JobGoal([begun.Id]), IntervalSec, TimeoutSec, (_, job) => WriteObject(session.Stamp(job!)));
    }
}
