using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists the registry credentials that the service uses to pull private images.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaRegistryCredential", SupportsPaging = true)]
[OutputType(typeof(RegistryCredential))]
public sealed class GetNovitaRegistryCredentialCommand : ListCommand<RegistryCredential>
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

    private protected override IEnumerable<ListRequest<RegistryCredential>> Requests =>
    [
        ListRequests.RegistryCredentials()
            .Where(TextFilter.Whole(Name), credential => credential.Name)
            .Where(TextFilter.Ids(Id), credential => credential.Id),
    ];

    private protected override IEnumerable<string> RequiredNames => TextFilter.WholeTexts(Name);

    private protected override IEnumerable<string> RequiredIds => Id ?? [];
}
