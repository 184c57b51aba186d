using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;

namespace Novita.Commands;

/// <summary>Moves instances to other nodes. The data on their disks is lost.</summary>
[Cmdlet(VerbsCommon.Move, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class MoveNovitaInstanceCommand : OperationCommand
{
    private protected override InstanceOperation Operation => InstanceOperation.Move;

    private protected override string ActionDescription => "Move to another node, and lose the data on its disks";
}
