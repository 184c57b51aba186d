using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;

namespace Novita.Commands;

/// <summary>Deletes instances and their data.</summary>
[Cmdlet(VerbsCommon.Remove, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class RemoveNovitaInstanceCommand : OperationCommand
{
    private protected override InstanceOperation Operation => InstanceOperation.Remove;

    private protected override string ActionDescription => "Delete the instance and its data";
}
