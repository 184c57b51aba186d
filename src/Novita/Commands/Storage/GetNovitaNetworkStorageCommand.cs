using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Lists network storage, on request with the instances that mount it.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaNetworkStorage", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(NetworkStorage))]
public sealed class GetNovitaNetworkStorageCommand : ReadCommand<NetworkStorage>
{
    private readonly Dictionary<NovitaSession, StorageAttachments> _attachments = [];

    /// <summary>Lists only network storage in the clusters with these ids, ignoring case. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string[]? ClusterId { get; set; }

    /// <summary>
    /// Lists only network storage that no instance mounts. Such storage is billed too. All instances are read once to find it.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Unattached { get; set; }

    /// <summary>Fills <c>AttachedTo</c> with the instances that mount the storage. All instances are read once to find them.</summary>
    [Parameter]
    public SwitchParameter IncludeAttachment { get; set; }

    private protected override IEnumerable<ListRequest<NetworkStorage>> Requests
    {
        get
        {
            var attachments = Unattached ? ResolveSessions().Select(AttachmentsOf).ToList() : null;
            return from name in TextFilter.Search(Name, Exact)
                   select ListRequests.NetworkStorages(name.Query)
                       .Where(name, storage => storage.Name)
                       .Where(TextFilter.Whole(ClusterId), storage => storage.ClusterId)
                       .Where(attachments is null ? null : storage => attachments.TrueForAll(known => known[storage.Id].Count == 0));
        }
    }

    private protected override bool HasOtherFilters => ClusterId is not null || Unattached;

    private protected override Task<NetworkStorage> ReadAsync(Target<NetworkStorage> target) =>
        target.Client.GetNetworkStorageAsync(target.Id, Call);

    private protected override void WriteRow(Resource row)
    {
        if ((Unattached || IncludeAttachment) && row is NetworkStorage storage)
        {
            storage.AttachedTo = [.. AttachmentsOf((NovitaSession)row.Session!)[row.Id]];
        }

        base.WriteRow(row);
    }

    private StorageAttachments AttachmentsOf(NovitaSession session)
    {
        if (!_attachments.TryGetValue(session, out var attachments))
        {
            attachments = Await(() => StorageAttachments.ReadAsync(session, Call));
            _attachments.Add(session, attachments);
        }

        return attachments;
    }
}
