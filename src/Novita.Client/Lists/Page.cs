namespace Novita.Client.Lists;

/// <summary>One page of a list, as the service sent it.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Rows">The rows, in the service's order.</param>
/// <param name="Total">The number of all rows that match; null where the service sends no total.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int? Total)
    where T : Resource
{
    /// <summary>Creates the only page of a list without pages, with the number of its ids as the total.</summary>
    internal static Page<T> OfWhole(IReadOnlyList<T> rows) =>
        new(rows, new HashSet<string>(rows.Select(row => row.Id), StringComparer.Ordinal).Count);
}
