namespace Novita.Client.Parallel;

/// <summary>The result of one item, or its error.</summary>
/// <param name="Item">The item.</param>
/// <param name="Result">The result; the default value where there is an error.</param>
/// <param name="Error">The error; null on success.</param>
internal sealed record ItemResult<TItem, TResult>(TItem Item, TResult? Result, NovitaException? Error);
