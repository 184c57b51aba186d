using Novita.Simulator.Faults;

namespace Novita.Tests.Faults;

/// <summary>Faults that come to the same.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Faults">The faults.</param>
internal sealed record FaultGroup(string Title, params IReadOnlyList<Fault> Faults)
{
    /// <summary>What each comes to, by place; where it is not tried, nothing.</summary>
    public IReadOnlyDictionary<Place, Outcome> Outcomes { get; init; } = new Dictionary<Place, Outcome>();

    /// <summary>How often the fault happens.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>The session's time-out in seconds.</summary>
    public int TimeoutSec { get; init; } = 60;

    public FaultGroup At(Outcome outcome, params IEnumerable<Place> places) =>
        this with { Outcomes = Outcomes.Concat(places.Select(place => KeyValuePair.Create(place, outcome))).ToDictionary() };
}
