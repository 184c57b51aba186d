namespace Novita.Client.Lists;

/// <summary>One page of a list, as the service sent it.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Rows">The rows, in the service's order.</param>
/// <param name="Total">How many rows match in all, where the service says so.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int? Total)
    where T : Resource
{
    /// <summary>Makes the one page of a list without pages: its total is the number of its ids.</summary>
    internal static Page<T> OfWhole(IReadOnlyList<T> rows) =>
        new(rows, new HashSet<string>(rows.Select(row => row.Id), StringComparer.Ordinal).Count);
}
