using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>A new name and size for a network storage (<c>POST /networkstorage/update</c>). The service wants both each time.</summary>
/// <param name="Name">1 to 255 characters.</param>
/// <param name="Size">GB; never less than it has.</param>
public sealed record EditedNetworkStorage(string Name, int Size)
{
    /// <summary>Makes the change from a storage as it is now.</summary>
    /// <param name="current">The storage.</param>
    /// <param name="name">The new name; null to keep it.</param>
    /// <param name="size">The new size in GB; null to keep it.</param>
    /// <exception cref="NovitaException">
    /// The storage would shrink (<see cref="NovitaErrorKind.RequestInvalid"/>), or the service does not say how large it is.
    /// </exception>
    public static EditedNetworkStorage From(NetworkStorage current, string? name, int? size)
    {
        var has = current.Size
            ?? throw new NovitaException(NovitaErrorKind.ResponseInvalid, "The service does not say how large the network storage is, so it cannot be changed safely.");
        return size < has
            ? throw Limits.Invalid($"The network storage has {has} GB and cannot shrink to {size}.")
            : new EditedNetworkStorage(name ?? current.Name, size ?? has);
    }

    /// <summary>What changes, for a prompt: a new name, and what growth costs.</summary>
    public string Describe(NetworkStorage current)
    {
        var growth = Size - (current.Size ?? Size);
        string?[] changes =
        [
            Name == current.Name ? null : $"Rename to '{Name}'",
            growth == 0 ? null : $"Grow from {current.Size} to {Size} GB, for about {NetworkStoragePrice.OfDay(growth, current.PricePerGBDay)} more",
        ];
        return string.Join(", ", changes.OfType<string>()) is { Length: > 0 } text ? text : "Keep name and size as they are";
    }

    /// <summary>Tells whether a storage has this name and size.</summary>
    internal bool IsMade(NetworkStorage storage) => storage.Name == Name && storage.Size == Size;

    internal RequestBody ToBody(string id) => new RequestBody().Add("storageId", id).Add("storageName", Name).Add("storageSize", Size);
}
