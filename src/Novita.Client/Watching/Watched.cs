namespace Novita.Client.Watching;

/// <summary>What a watch of a noun looks at, and how it tells what changed.</summary>
/// <typeparam name="T">The noun.</typeparam>
/// <typeparam name="TChange">Its change.</typeparam>
/// <param name="Properties">The properties that are compared.</param>
/// <param name="Changed">Makes the change of a property: the row, the property, its value before and after, and when it was seen.</param>
/// <param name="Created">Makes the change of a row that is new: the row, and when it was seen.</param>
/// <param name="Removed">Makes the change of a row that is gone: the row as it was, and when that was seen.</param>
internal sealed record Watched<T, TChange>(
    IReadOnlyList<WatchedProperty<T>> Properties,
    Func<T, string, object?, object?, DateTime, TChange> Changed,
    Func<T, DateTime, TChange> Created,
    Func<T, DateTime, TChange> Removed)
    where T : Resource;
