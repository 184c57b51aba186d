using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Deletes registry credentials. Existing instances stay, but later pulls of private images with the credential fail.</summary>
[Cmdlet(VerbsCommon.Remove, "NovitaRegistryCredential", DefaultParameterSetName = IdSet,
    SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RegistryCredential))]
public sealed class RemoveNovitaRegistryCredentialCommand : RemoveCommand<RegistryCredential>
{
    private protected override ListRequest<RegistryCredential> AllRequest => ListRequests.RegistryCredentials();

    private protected override Task<OperationResult> RemoveAsync(Target<RegistryCredential> target) =>
        target.Client.RemoveRegistryCredentialAsync(target.Id, Call);

    private protected override Task<RegistryCredential> ReadAsync(Target<RegistryCredential> target) =>
        target.Client.GetRegistryCredentialAsync(target.Id, Call);

    private protected override async Task<IReadOnlyList<string>> FindUsersAsync(Target<RegistryCredential> target)
    {
        var instances = ListRequests.Instances().Where(
            instance => instance.ImageAuthId == target.Id && instance.Status != InstanceStatus.Removed);
        var reading = await SessionListing<Instance>.ReadAllAsync([target.Session], [instances], Call).ConfigureAwait(false);
        return Describe(reading.Rows);
    }
}
