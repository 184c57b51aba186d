namespace Novita.Simulator.Areas.Storage;

/// <summary>How the network storage calls behave.</summary>
public sealed class StorageOptions
{
    /// <summary>Whether a storage that an instance mounts can be deleted all the same.</summary>
    public bool DeletesWhileInUse { get; init; }
}
