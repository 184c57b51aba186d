using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Stops running jobs. The work of a stopped job is lost.</summary>
[Cmdlet(VerbsLifecycle.Stop, "NovitaJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Job))]
public sealed class StopNovitaJobCommand : ChangeCommand<Job>
{
    private protected override string ActionDescription => "Stop";

    private protected override async Task<OperationResult> ChangeAsync(Target<Job> target)
    {
        await target.Client.StopJobAsync(target.Id, Call).ConfigureAwait(false);
        return new OperationResult(target.Id, null);
    }

    private protected override Task<Job> ReadAsync(Target<Job> target) => target.Client.GetJobAsync(target.Id, Call);
}
