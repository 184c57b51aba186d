using Novita.Client.Text;

namespace Novita;

/// <summary>A network storage with its mount point in an instance.</summary>
public sealed class NetworkStorageMount
{
    private const string DefaultMountPoint = "/network";

    /// <summary>Creates an empty mount.</summary>
    public NetworkStorageMount()
    {
    }

    /// <summary>Creates a mount from text.</summary>
    /// <param name="text"><c>id=mountpoint</c>, or the id only.</param>
    /// <exception cref="NovitaException">The text has no id or no mount point (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public NetworkStorageMount(string text)
    {
        var parts = text.Split(['='], 2);
        Id = parts[0].Trim();
        MountPoint = parts.Length == 2 ? parts[1].Trim() : DefaultMountPoint;
        if (Id.Length == 0 || MountPoint.Length == 0)
        {
            throw Limits.Invalid(
                $"'{VisibleText.Quote(text)}' is not a network storage. Write its id and where to mount it: id=/mountpoint.");
        }
    }

    /// <summary>Creates a mount from a volume of an instance.</summary>
    /// <remarks>The mount of a local volume, which belongs to its instance, has <see cref="IsLocal"/> set and is not sent.</remarks>
    public NetworkStorageMount(VolumeMount volume)
    {
        Id = volume.Id?.Trim() ?? "";
        MountPoint = volume.MountPath is { Length: > 0 } path ? path : DefaultMountPoint;
        IsLocal = !volume.IsNetwork;
    }

    /// <summary>Creates a mount of a network storage at <c>/network</c>.</summary>
    public NetworkStorageMount(NetworkStorage storage) => Id = storage.Id;

    /// <summary>The storage's id (contract: <c>networkStorages[].Id</c>).</summary>
    public string Id { get; set; } = "";

    /// <summary>
    /// The mount point, up to 4095 characters, by default <c>/network</c> (contract: <c>networkStorages[].mountPoint</c>).
    /// </summary>
    public string MountPoint { get; set; } = DefaultMountPoint;

    /// <summary>Whether the mount was created from a local volume, which no other instance can mount.</summary>
    internal bool IsLocal { get; }

    /// <summary>Id and mount point: <c>id=/mountpoint</c>.</summary>
    public override string ToString() => $"{Id}={MountPoint}";
}
