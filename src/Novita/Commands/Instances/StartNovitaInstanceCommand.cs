using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;

namespace Novita.Commands;

/// <summary>Starts stopped instances. The instances are billed from then on. A start fails if no GPU is free.</summary>
[Cmdlet(VerbsLifecycle.Start, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class StartNovitaInstanceCommand : OperationCommand
{
    private protected override InstanceOperation Operation => InstanceOperation.Start;

    private protected override bool StartsBilling => true;

    private protected override string ActionDescription => "Start";
}
