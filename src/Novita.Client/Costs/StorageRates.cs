namespace Novita.Client.Costs;

/// <summary>The rates of storage, from the vendor's pricing guide: the API does not have these rates.</summary>
public static class StorageRates
{
    /// <summary>The free part of the root disk, in GB.</summary>
    public const int FreeRootDisk = 60;

    /// <summary>USD for each GB and day of the root disk beyond <see cref="FreeRootDisk"/>, and of local volumes.</summary>
    public const decimal LocalPerDay = 0.005m;

    /// <summary>USD for each GB and day of network storage.</summary>
    public const decimal NetworkPerDay = 0.002m;

    /// <summary>Returns the cost of a root disk, in USD a day.</summary>
    /// <param name="size">The disk's size in GB; null for an unknown size, which counts as free.</param>
    public static decimal RootDiskPerDay(int? size) => Math.Max(0, (size ?? 0) - FreeRootDisk) * LocalPerDay;
}
