using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Deletes private networks. The service refuses to delete a network with instances.</summary>
[Cmdlet(VerbsCommon.Remove, "NovitaNetwork", DefaultParameterSetName = IdSet,
    SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Network))]
public sealed class RemoveNovitaNetworkCommand : RemoveCommand<Network>
{
    private protected override ListRequest<Network> AllRequest => ListRequests.Networks();

    private protected override Task<OperationResult> RemoveAsync(Target<Network> target) =>
        target.Client.RemoveNetworkAsync(target.Id, Call);

    private protected override Task<Network> ReadAsync(Target<Network> target) => target.Client.GetNetworkAsync(target.Id, Call);

    private protected override async Task<IReadOnlyList<string>> FindUsersAsync(Target<Network> target) =>
        [.. (await ReadAsync(target).ConfigureAwait(false)).Addresses.Select(address => address.ToString())];
}
