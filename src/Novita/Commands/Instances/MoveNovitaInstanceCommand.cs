using System.Management.Automation;
using Novita.Abstractions;
using Novita.Client.Actions;

namespace Novita.Commands;

/// <summary>Moves instances to other nodes. What was written on their disks is not kept.</summary>
[Cmdlet(VerbsCommon.Move, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class MoveNovitaInstanceCommand : InstanceActionCommand
{
    private protected override InstanceAction Action => InstanceAction.Move;

    private protected override string Doing => "Move to another node, without what was written on its disks";
}
