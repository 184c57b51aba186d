namespace Novita.Client.Lists;

/// <summary>One reading of a whole list.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Rows">The rows that were found.</param>
/// <param name="Unconfirmed">The parts that could not be confirmed to be complete, as errors.</param>
internal sealed record ListReading<T>(IReadOnlyList<T> Rows, IReadOnlyList<NovitaException> Unconfirmed)
    where T : Resource
{
    /// <summary>Whether the list is complete, so that a resource without a row does not exist.</summary>
    public bool IsComplete => Unconfirmed.Count == 0;
}
