namespace Novita.Simulator.Faults;

/// <summary>What is to go wrong with actions.</summary>
internal sealed class Plan
{
    public Occasions<Disruption> Disruptions { get; } = new();

    public Occasions<Failure> Failures { get; } = new();
}
