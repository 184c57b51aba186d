using Novita.Simulator.Faults;

namespace Novita.Tests.Faults;

/// <summary>One row of the table: a fault at a place, and what it comes to.</summary>
internal sealed record FaultCase(FaultGroup Group, Fault Fault, Place Place, Outcome Outcome)
{
    public string Name => Group.Times == 1 ? $"{Fault}, once" : Fault.Name;
}
