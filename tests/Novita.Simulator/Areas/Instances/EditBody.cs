using System.Collections.Immutable;
using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Instances;

/// <summary>The body of an edit call.</summary>
internal sealed record EditBody(string InstanceId, ImmutableArray<SimulatedPort>? Ports, int ExpandRootDisk)
{
    public static EditBody Read(Members body) => new(
        Values.InstanceId(body),
        Values.PortObjects(body),
        body.Number("expandRootDisk", 0, Values.LargestRootfs) ?? 0);

    /// <summary>Ports that are given replace all there are.</summary>
    public SimulatedInstance Apply(SimulatedInstance instance) => instance with
    {
        PortMappings = Ports ?? instance.PortMappings,
        RootfsSize = instance.RootfsSize + ExpandRootDisk,
    };
}
