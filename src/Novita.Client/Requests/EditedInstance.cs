using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>New ports, and growth of the disk, of an instance (<c>POST /gpu/instance/edit</c>).</summary>
public sealed record EditedInstance
{
    /// <summary>All ports of the instance: the service closes a port that the list lacks.</summary>
    public IReadOnlyList<PortMapping> Ports { get; init; } = [];

    /// <summary>GB to add to the root file system, at least 0.</summary>
    public int ExpandRootDisk { get; init; }

    /// <summary>Makes the change from an instance as it is now.</summary>
    /// <param name="current">The instance.</param>
    /// <param name="ports">All ports; null to keep the ports of the instance.</param>
    /// <param name="addPorts">Ports to open. A port that is already open gets the new type.</param>
    /// <param name="removePorts">Numbers of ports to close.</param>
    /// <param name="rootfsSize">The new size of the root disk in GB; null to keep the size.</param>
    /// <exception cref="NovitaException">
    /// The disk would shrink (<see cref="NovitaErrorKind.RequestInvalid"/>), or the service did not send its size.
    /// </exception>
    public static EditedInstance From(
        InstanceDetail current,
        IReadOnlyList<PortMapping>? ports,
        IReadOnlyList<PortMapping>? addPorts,
        IReadOnlyList<int>? removePorts,
        int? rootfsSize)
    {
        addPorts ??= [];
        var kept = ports ?? current.PortMappings.Where(open =>
            removePorts?.Contains(open.Port ?? 0) != true && !addPorts.Any(added => added.Port == open.Port));
        return new EditedInstance { Ports = [.. kept, .. addPorts], ExpandRootDisk = Growth(current.RootfsSize, rootfsSize) };
    }

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

    private static int Growth(int? current, int? wanted)
    {
        if (wanted is null)
        {
            return 0;
        }

        var size = current ?? throw new NovitaException(
            NovitaErrorKind.ResponseInvalid,
            "The service did not report the size of the root disk, so it cannot be resized. Try again later, or leave RootfsSize out.");
        return wanted >= size
            ? wanted.Value - size
            : throw Limits.Invalid($"The root disk has {size} GB and cannot shrink to {wanted}. Give RootfsSize {size} or more.");
    }
}
