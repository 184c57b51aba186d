using System.Management.Automation;
using Novita.Abstractions;
using Novita.Client.Actions;

namespace Novita.Commands;

/// <summary>Deletes instances with their data.</summary>
[Cmdlet(VerbsCommon.Remove, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class RemoveNovitaInstanceCommand : InstanceActionCommand
{
    private protected override InstanceAction Action => InstanceAction.Remove;

    private protected override string Doing => "Delete the instance and its data";
}
