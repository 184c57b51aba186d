namespace Novita.Simulator.Areas.Storage;

/// <summary>How the network storage calls behave.</summary>
public sealed class StorageOptions
{
    /// <summary>How the list pages.</summary>
    public ListOptions List { get; init; } = new() { PageParameter = "pageNo", PageBase = 1 };

    /// <summary>Whether create answers an object with the id; otherwise the bare id, as documented.</summary>
    public bool CreateAnswersObject { get; init; }

    /// <summary>Whether sizes are sent as text.</summary>
    public bool SizeAsText { get; init; }

    /// <summary>Whether a storage that an instance mounts can be deleted all the same.</summary>
    public bool DeletesWhileInUse { get; init; }
}
