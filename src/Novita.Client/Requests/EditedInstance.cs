using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>New ports, and growth of the disk, of an instance (<c>POST /gpu/instance/edit</c>).</summary>
public sealed record EditedInstance
{
    /// <summary>All ports of the instance: the service closes a port that the list lacks.</summary>
    public IReadOnlyList<PortMapping> Ports { get; init; } = [];

    /// <summary>GB to add to the root file system, at least 0.</summary>
    public int ExpandRootDisk { get; init; }

    /// <summary>Checks every limit of the contract.</summary>
    /// <exception cref="NovitaException">A limit is broken (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public void Check()
    {
        InstanceLimits.Ports(Ports);
        Limits.Range(nameof(ExpandRootDisk), ExpandRootDisk, 0, InstanceLimits.MaxRootfsSize);
    }

    internal RequestBody ToBody(string instanceId) => new RequestBody()
        .Add("instanceId", instanceId)
        .Add("ports", Ports, (body, port) => body.Add("port", port.Port).Add("type", port.Type))
        .Add("expandRootDisk", ExpandRootDisk);
}
