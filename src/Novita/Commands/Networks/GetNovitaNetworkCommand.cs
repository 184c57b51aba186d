using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Lists private networks (VPCs) and the addresses in use.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaNetwork", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Network))]
public sealed class GetNovitaNetworkCommand : ReadCommand<Network>
{
    private protected override IEnumerable<ListRequest<Network>> Requests =>
        from name in TextFilter.Search(Name, Exact)
        select ListRequests.Networks(name.Query).Where(name, network => network.Name);

    private protected override Task<Network> ReadAsync(Target<Network> target) => target.Client.GetNetworkAsync(target.Id, Call);
}
