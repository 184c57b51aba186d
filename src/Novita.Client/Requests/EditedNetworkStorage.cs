using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>A new name and size for a network storage (<c>POST /networkstorage/update</c>). The service wants both each time.</summary>
/// <param name="Name">1 to 255 characters.</param>
/// <param name="Size">The size in GB, at least the current size.</param>
public sealed record EditedNetworkStorage(string Name, int Size)
{
    /// <summary>Returns the change of a storage.</summary>
    /// <param name="current">The current storage.</param>
    /// <param name="name">The new name; null to keep the name.</param>
    /// <param name="size">The new size in GB; null to keep the size.</param>
    /// <exception cref="NovitaException">
    /// The storage would shrink (<see cref="NovitaErrorKind.RequestInvalid"/>), or its current size is not known.
    /// </exception>
    public static EditedNetworkStorage From(NetworkStorage current, string? name, int? size)
    {
        var currentSize = current.Size
            ?? throw new NovitaException(
                NovitaErrorKind.ResponseInvalid,
                "The service does not say how large the network storage is, so it cannot be changed safely.");
        return size < currentSize
            ? throw Limits.Invalid($"The network storage has {currentSize} GB and cannot shrink to {size}.")
            : new EditedNetworkStorage(name ?? current.Name, size ?? currentSize);
    }

    /// <summary>Describes the change for a prompt: the new name, and the cost of growth.</summary>
    public string Describe(NetworkStorage current)
    {
        var growth = Size - (current.Size ?? Size);
        var cost = NetworkStoragePrice.OfDay(growth, current.PricePerGBDay);
        string?[] changes =
        [
            Name == current.Name ? null : $"Rename to '{Name}'",
            growth == 0 ? null : $"Grow from {current.Size} to {Size} GB, for about {cost} more",
        ];
        return string.Join(", ", changes.OfType<string>()) is { Length: > 0 } text ? text : "Keep name and size as they are";
    }

    /// <summary>Whether a storage has this name and size, so that the change was made.</summary>
    internal bool IsMade(NetworkStorage storage) => storage.Name == Name && storage.Size == Size;

    internal RequestBody ToBody(string id) => new RequestBody().Add("storageId", id).Add("storageName", Name).Add("storageSize", Size);
}
