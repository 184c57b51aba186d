using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;

namespace Novita.Commands;

/// <summary>Restarts running instances.</summary>
[Cmdlet(VerbsLifecycle.Restart, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class RestartNovitaInstanceCommand : OperationCommand
{
    private protected override InstanceOperation Operation => InstanceOperation.Restart;

    private protected override string ActionDescription => "Restart";
}
