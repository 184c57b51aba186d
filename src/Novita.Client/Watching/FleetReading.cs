namespace Novita.Client.Watching;

/// <summary>One reading of the whole list.</summary>
/// <param name="Instances">The instances it found.</param>
/// <param name="Unconfirmed">What could not be confirmed to be complete, as errors; empty where all was.</param>
internal sealed record FleetReading(IReadOnlyList<Instance> Instances, IReadOnlyList<NovitaException> Unconfirmed)
{
    /// <summary>Whether an instance that was not found is not there.</summary>
    public bool IsWhole => Unconfirmed.Count == 0;
}
