using System.Management.Automation;
using Novita.Abstractions;
using Novita.Client.Actions;

namespace Novita.Commands;

/// <summary>Starts stopped instances. They are billed from then on, and starting may fail where no GPU is free.</summary>
[Cmdlet(VerbsLifecycle.Start, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class StartNovitaInstanceCommand : InstanceActionCommand
{
    private protected override InstanceAction Action => InstanceAction.Start;

    private protected override string Doing => "Start";
}
