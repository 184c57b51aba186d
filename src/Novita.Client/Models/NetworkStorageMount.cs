using Novita.Client.Text;

namespace Novita;

/// <summary>A network storage and where an instance is to see it.</summary>
public sealed class NetworkStorageMount
{
    private const string Anywhere = "/network";

    /// <summary>Makes one for its properties to be set.</summary>
    public NetworkStorageMount()
    {
    }

    /// <summary>Makes one from its text.</summary>
    /// <param name="text"><c>id=mountpoint</c>, or the id alone.</param>
    /// <exception cref="NovitaException">The text has no id or no mount point (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public NetworkStorageMount(string text)
    {
        var parts = text.Split(['='], 2);
        Id = parts[0].Trim();
        MountPoint = parts.Length == 2 ? parts[1].Trim() : Anywhere;
        if (Id.Length == 0 || MountPoint.Length == 0)
        {
            throw Limits.Invalid($"'{VisibleText.Quote(text)}' is not a network storage. Write its id and where to mount it: "
                + $"id=/mountpoint.");
        }
    }

    /// <summary>Makes one from what an instance has mounted.</summary>
    /// <remarks>A local volume belongs to its instance: it makes one that <see cref="IsLocal"/>, which is not sent.</remarks>
    public NetworkStorageMount(VolumeMount volume)
    {
        Id = volume.Id?.Trim() ?? "";
        MountPoint = volume.MountPath is { Length: > 0 } path ? path : Anywhere;
        IsLocal = !volume.IsNetwork;
    }

    /// <summary>Makes one from a network storage, to be mounted at <c>/network</c>.</summary>
    public NetworkStorageMount(NetworkStorage storage) => Id = storage.Id;

    /// <summary>The storage's id (contract: <c>networkStorages[].Id</c>).</summary>
    public string Id { get; set; } = "";

    /// <summary>
    /// Where it is mounted, up to 4095 characters; <c>/network</c> unless said otherwise (contract: <c>networkStorages[].mountPoint</c>).
    /// </summary>
    public string MountPoint { get; set; } = Anywhere;

    /// <summary>Whether it was made from a local volume, which no other instance can mount.</summary>
    internal bool IsLocal { get; }

    /// <summary>Id and mount point: <c>id=/mountpoint</c>.</summary>
    public override string ToString() => $"{Id}={MountPoint}";
}
