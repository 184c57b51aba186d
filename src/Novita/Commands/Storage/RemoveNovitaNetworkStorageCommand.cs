using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Errors;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Deletes network storage and its data at once. Storage that an instance mounts is not deleted without <c>-Force</c>.</summary>
[Cmdlet(VerbsCommon.Remove, "NovitaNetworkStorage", DefaultParameterSetName = IdSet,
    SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(NetworkStorage))]
public sealed class RemoveNovitaNetworkStorageCommand : RemoveCommand<NetworkStorage>
{
    /// <summary>Deletes the storage without checking whether an instance mounts it. The service may still refuse.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string ActionDescription => "Delete the network storage and its data at once";

    private protected override ListRequest<NetworkStorage> AllRequest => ListRequests.NetworkStorages();

    private protected override IReadOnlyList<Target<NetworkStorage>> Prepare(IReadOnlyList<Target<NetworkStorage>> targets)
    {
        if (Force)
        {
            return targets;
        }

        var sessions = targets.Select(target => target.Session).Distinct();
        var attachments = sessions.ToDictionary(session => session, session => Await(() => StorageAttachments.ReadAsync(session, Call)));
        var free = new List<Target<NetworkStorage>>();
        foreach (var target in targets)
        {
            if (attachments[target.Session][target.Id] is not { Count: > 0 } instances)
            {
                free.Add(target);
                continue;
            }

            var error = InUse(target, Describe(instances));
            error.Advice = "First remove the instances, or detach it with Update-NovitaInstance -NetworkStorage. -Force skips this check.";
            WriteError(error.ToErrorRecord(target.Id));
        }

        return free;
    }

    private protected override Task<OperationResult> RemoveAsync(Target<NetworkStorage> target) =>
        target.Client.RemoveNetworkStorageAsync(target.Id, Call);

    private protected override Task<NetworkStorage> ReadAsync(Target<NetworkStorage> target) =>
        target.Client.GetNetworkStorageAsync(target.Id, Call);

    private protected override async Task<IReadOnlyList<string>> FindUsersAsync(Target<NetworkStorage> target) =>
        Describe((await StorageAttachments.ReadAsync(target.Session, Call).ConfigureAwait(false))[target.Id]);
}
