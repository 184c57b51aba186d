using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;

namespace Novita.Commands;

/// <summary>Stops running instances. Their data is kept for some days, but their GPUs are released.</summary>
[Cmdlet(VerbsLifecycle.Stop, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class StopNovitaInstanceCommand : OperationCommand
{
    private protected override InstanceOperation Operation => InstanceOperation.Stop;

    private protected override string ActionDescription => "Stop";
}
