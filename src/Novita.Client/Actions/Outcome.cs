namespace Novita.Client.Actions;

/// <summary>What came of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Result">The result, where there is no error.</param>
/// <param name="Error">Why there is none; null where it went well.</param>
internal sealed record Outcome<TItem, TResult>(TItem Item, TResult? Result, NovitaException? Error);
