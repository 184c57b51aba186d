using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>A network storage to create (<c>POST /networkstorage/create</c>).</summary>
/// <param name="Name">The name, 1 to 255 characters.</param>
/// <param name="ClusterId">The cluster, which must support network storage; 1 to 255 characters.</param>
/// <param name="Size">The size in GB, 10 or more.</param>
public sealed record NewNetworkStorage(string? Name, string? ClusterId, int Size)
{
    private const int MinSize = 10;

    /// <summary>Describes the purchase for a prompt.</summary>
    public override string ToString() =>
        $"network storage '{Name}': {Size} GB in cluster {ClusterId}, about {NetworkStoragePrice.OfDay(Size)} at the published rate";

    /// <summary>Checks every limit.</summary>
    /// <exception cref="NovitaException">A limit is broken (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public void Check()
    {
        CheckName(Name);
        Limits.Length(nameof(ClusterId), ClusterId, 1, 255);
        CheckSize(Size);
    }

    /// <summary>Checks a name.</summary>
    internal static void CheckName(string? name) => Limits.Length(nameof(Name), name, 1, 255);

    /// <summary>Checks a size in GB; null passes.</summary>
    internal static void CheckSize(int? size) => Limits.Range(nameof(Size), size, MinSize, int.MaxValue);

    internal RequestBody ToBody() => new RequestBody().Add("clusterId", ClusterId).Add("storageName", Name).Add("storageSize", Size);
}
