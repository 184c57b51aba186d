using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists the clusters of the service and what each cluster supports.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaCluster", SupportsPaging = true)]
[OutputType(typeof(Cluster))]
public sealed class GetNovitaClusterCommand : ListCommand<Cluster>
{
    /// <summary>
    /// Filters by whole name, ignoring case, or by wildcard. A whole name that does not exist is the error <c>NotFound</c>.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Filters by whole id. An id that does not exist is the error <c>NotFound</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Lists only clusters with this GPU: a part of the GPU's name, or a wildcard.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Gpu { get; set; }

    /// <summary>Lists only clusters in which network storage can be created.</summary>
    [Parameter]
    public SwitchParameter SupportNetworkStorage { get; set; }

    /// <summary>Lists only clusters in which a VPC network can be created.</summary>
    [Parameter]
    public SwitchParameter SupportInstanceNetwork { get; set; }

    private protected override IEnumerable<ListRequest<Cluster>> Requests
    {
        get
        {
            var gpu = Gpu is null ? null : TextFilter.Test([WildcardPattern.ContainsWildcardCharacters(Gpu) ? Gpu : $"*{Gpu}*"]);
            yield return ListRequests.Clusters()
                .Where(TextFilter.Whole(Name), cluster => cluster.Name)
                .Where(TextFilter.Ids(Id), cluster => cluster.Id)
                .Where(gpu is null ? null : cluster => cluster.AvailableGpuType.Any(gpu))
                .Where(SupportNetworkStorage ? cluster => cluster.SupportNetworkStorage == true : null)
                .Where(SupportInstanceNetwork ? cluster => cluster.SupportInstanceNetwork == true : null);
        }
    }

    private protected override IEnumerable<string> RequiredNames => TextFilter.WholeTexts(Name);

    private protected override IEnumerable<string> RequiredIds => Id ?? [];

    private protected override bool HasOtherFilters => Gpu is not null || SupportNetworkStorage || SupportInstanceNetwork;
}
