namespace Novita.Client.Watching;

/// <summary>What a watch of a noun looks at, and how it tells what changed.</summary>
/// <typeparam name="T">The noun.</typeparam>
/// <typeparam name="TChange">Its change.</typeparam>
/// <param name="Properties">The properties that are compared.</param>
/// <param name="Created">What a change names as the property when a row is new.</param>
/// <param name="Removed">What a change names as the property when a row is gone.</param>
/// <param name="State">What is shown of a row that is new or gone.</param>
/// <param name="Change">Makes a change: the row, the property, its value before and after, and when it was seen.</param>
internal sealed record Watched<T, TChange>(
    IReadOnlyList<WatchedProperty<T>> Properties,
    string Created,
    string Removed,
    Func<T, object?> State,
    Func<T, string, object?, object?, DateTime, TChange> Change)
    where T : Resource;
