using System.Collections.Concurrent;
using System.Collections.Immutable;
using Novita.Simulator.Areas.Instances;

namespace Novita.Simulator;

/// <summary>One state of the fleet, with what each filter finds in it worked out once.</summary>
internal sealed class FleetView
{
    private readonly ConcurrentDictionary<InstanceFilter, ImmutableArray<SimulatedInstance>> _matches = new();

    public FleetView(ImmutableArray<SimulatedInstance> instances) => Instances = instances;

    public ImmutableArray<SimulatedInstance> Instances { get; }

    public ImmutableArray<SimulatedInstance> Match(InstanceFilter filter) =>
        filter.IsEmpty ? Instances : _matches.GetOrAdd(filter, wanted => [.. Instances.Where(wanted.Matches)]);
}
