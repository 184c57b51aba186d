using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Lists private networks (VPCs), with the addresses that are taken in each.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaNetwork", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Network))]
public sealed class GetNovitaNetworkCommand : ReadCommand<Network>
{
    /// <summary>
    /// Names: plain text is the service's search, text with <c>* ? [ ]</c> a wildcard over the whole list. Up to 255 characters each.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Takes each name as the whole of it, ignoring case. A name that no network has is an error.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Exact { get; set; }

    private protected override IEnumerable<ListRequest<Network>> Requests =>
        from name in TextFilter.Search(Name, Exact)
        select ListRequests.Networks(name.Asked).Where(name, network => network.Name);

    private protected override IEnumerable<string> RequiredNames => Exact && Name is not null ? Name : [];

    private protected override Task<Network> ReadAsync(Target<Network> target) => target.Client.GetNetworkAsync(target.Id, Call);
}
