using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Renames private networks.</summary>
[Cmdlet(VerbsCommon.Set, "NovitaNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(Network))]
public sealed class SetNovitaNetworkCommand : ChangeCommand<Network>
{
    /// <summary>Sets the new name, up to 30 characters. A name need not be unique.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    private protected override string ActionDescription => $"Rename to '{Name}'";

    private protected override bool ChangesProperties => true;

    private protected override void Check() => NewNetwork.CheckName(Name);

    private protected override Task<OperationResult> ChangeAsync(Target<Network> target) =>
        target.Client.RenameNetworkAsync(target.Id, Name!, Call);

    private protected override Task<Network> ReadAsync(Target<Network> target) => target.Client.GetNetworkAsync(target.Id, Call);
}
