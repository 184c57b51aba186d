namespace Novita.Client.Watching;

/// <summary>The properties that a watch of a noun compares, and the objects that it returns for changes.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <typeparam name="TChange">A change of a row.</typeparam>
/// <param name="Properties">The properties to compare.</param>
/// <param name="Changed">Creates the change of a property, from the row, the property, the old and new value, and the time.</param>
/// <param name="Created">Creates the change for a new row, from the row and the time.</param>
/// <param name="Removed">Creates the change for a removed row, from the last known row and the time.</param>
internal sealed record Watched<T, TChange>(
    IReadOnlyList<WatchedProperty<T>> Properties,
    Func<T, string, object?, object?, DateTime, TChange> Changed,
    Func<T, DateTime, TChange> Created,
    Func<T, DateTime, TChange> Removed)
    where T : Resource;
