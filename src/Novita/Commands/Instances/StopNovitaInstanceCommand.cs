using System.Management.Automation;
using Novita.Abstractions;
using Novita.Client.Actions;

namespace Novita.Commands;

/// <summary>Stops running instances. Their data is kept for some days, but no GPU is.</summary>
[Cmdlet(VerbsLifecycle.Stop, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class StopNovitaInstanceCommand : InstanceActionCommand
{
    private protected override InstanceAction Action => InstanceAction.Stop;

    private protected override string Doing => "Stop";
}
