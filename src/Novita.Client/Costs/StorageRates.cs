namespace Novita.Client.Costs;

/// <summary>
/// What storage costs, as the vendor's pricing guide publishes it. The API does not tell these rates; this is their only place.
/// </summary>
public static class StorageRates
{
    /// <summary>How much of the root disk is free of charge, in GB.</summary>
    public const int FreeRootDisk = 60;

    /// <summary>USD for each GB and day of the root disk beyond <see cref="FreeRootDisk"/>, and of local volumes.</summary>
    public const decimal LocalPerDay = 0.005m;

    /// <summary>USD for each GB and day of network storage.</summary>
    public const decimal NetworkPerDay = 0.002m;

    /// <summary>Returns what a root disk costs, USD for each day.</summary>
    /// <param name="size">Its size in GB; null for an unknown size, which counts as free.</param>
    public static decimal RootDiskPerDay(int? size) => Math.Max(0, (size ?? 0) - FreeRootDisk) * LocalPerDay;
}
