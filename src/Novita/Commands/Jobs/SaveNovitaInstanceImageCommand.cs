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
/// Saves the image of an instance to a registry. The service does it in a job, and takes no other change of the instance while that runs.
/// </summary>
[Cmdlet(VerbsData.Save, "NovitaInstanceImage", DefaultParameterSetName = IdSet,
    SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Job))]
public sealed class SaveNovitaInstanceImageCommand : ResourceCommand<Instance>
{
    /// <summary>Where the image goes: <c>registry/repository:tag</c>, 1 to 4095 characters.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 4095)]
    public string ImageUrl { get; set; } = "";

    /// <summary>The registry credential to push the image with, or its id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>Waits until the job has ended. A job that failed or was stopped is an error.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>With <see cref="Wait"/>: how long to wait in all, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>: how often to look, in seconds.</summary>
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
                $"{targets.Count} instances were given, but each would replace the image of the one before as '{image}'. "
                + "Save each with an -ImageUrl of its own.");
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
