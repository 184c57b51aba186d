using Novita.Client;

namespace Novita.Lists;

/// <summary>
/// Finds the instances of one account that mount a network storage. The service has no such list, so all instances are read.
/// </summary>
internal sealed class StorageAttachments
{
    private readonly ILookup<string, Instance> _instances;

    private StorageAttachments(IEnumerable<Instance> instances) =>
        _instances = (from instance in instances
                      where instance.Status != InstanceStatus.Removed
                      from id in instance.VolumeMounts.Where(volume => volume.IsNetwork).Select(volume => volume.Id!).Distinct()
                      select (Id: id, Instance: instance))
                     .ToLookup(mount => mount.Id, mount => mount.Instance, StringComparer.Ordinal);

    /// <summary>Returns the instances that mount a storage.</summary>
    public IReadOnlyList<Instance> this[string storageId] => [.. _instances[storageId]];

    /// <summary>Reads all instances of a session.</summary>
    /// <exception cref="NovitaException">
    /// The list could not be read, or could not be confirmed, so that it may lack an instance that mounts a storage.
    /// </exception>
    public static async Task<StorageAttachments> ReadAsync(NovitaSession session, CallContext call)
    {
        var reading = await SessionListing<Instance>.ReadAllAsync([session], [ListRequests.Instances()], call).ConfigureAwait(false);
        return reading.IsComplete ? new StorageAttachments(reading.Rows) : throw reading.Unconfirmed[0];
    }
}
