using System.Management.Automation;
using Novita.Abstractions;
using Novita.Client.Actions;

namespace Novita.Commands;

/// <summary>Restarts running instances.</summary>
[Cmdlet(VerbsLifecycle.Restart, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class RestartNovitaInstanceCommand : InstanceActionCommand
{
    private protected override InstanceAction Action => InstanceAction.Restart;

    private protected override string Doing => "Restart";
}
