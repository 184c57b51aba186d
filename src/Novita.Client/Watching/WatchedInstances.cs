namespace Novita.Client.Watching;

/// <summary>The properties that a watch of instances compares.</summary>
internal static class WatchedInstances
{
    /// <summary>All documented properties of the list except the id.</summary>
    public static Watched<Instance, InstanceChange> All { get; } = new(
        [
            new(nameof(Instance.Name), instance => instance.Name),
            new(nameof(Instance.Status), instance => instance.Status),
            new(nameof(Instance.StatusError), instance => instance.StatusError?.ToString()),
            new(nameof(Instance.SpotStatus), instance => instance.SpotStatus),
            new(nameof(Instance.SpotReclaimTime), instance => instance.SpotReclaimTime),
            new(nameof(Instance.BillingMode), instance => instance.BillingMode),
            new(nameof(Instance.EndTime), instance => instance.EndTime),
            new(nameof(Instance.ClusterId), instance => instance.ClusterId),
            new(nameof(Instance.ClusterName), instance => instance.ClusterName),
            new(nameof(Instance.ProductId), instance => instance.ProductId),
            new(nameof(Instance.ProductName), instance => instance.ProductName),
            new(nameof(Instance.ImageUrl), instance => instance.ImageUrl),
            new(nameof(Instance.ImageAuthId), instance => instance.ImageAuthId),
            new(nameof(Instance.Command), instance => instance.Command),
            new(nameof(Instance.Entrypoint), instance => instance.Entrypoint),
            new(nameof(Instance.CpuNum), instance => instance.CpuNum),
            new(nameof(Instance.Memory), instance => instance.Memory),
            new(nameof(Instance.GpuNum), instance => instance.GpuNum),
            new(nameof(Instance.RootfsSize), instance => instance.RootfsSize),
            new(
                nameof(Instance.PortMappings),
                instance => InAnyOrder(instance.PortMappings.Select(port => port.ToString())),
                instance => instance.PortMappings.ToString()),
            new(
                nameof(Instance.VolumeMounts),
                instance => InAnyOrder(instance.VolumeMounts.Select(volume => $"{volume.Id} {volume}")),
                instance => instance.VolumeMounts.ToString()),

            // Names and values are compared; only the names are shown, because values may be secrets.
            new(
                nameof(Instance.Envs),
                instance => InAnyOrder(instance.Envs.Select(variable => $"{variable.Key}={variable.Value}")),
                instance => instance.Envs.ToString()),
            new(nameof(Instance.Kind), instance => instance.Kind),
        ],
        (instance, property, old, @new, time) => new(instance, property, old, @new, time),
        (instance, time) => new(instance, InstanceChange.Created, null, instance.Status, time),
        (instance, time) => new(instance, InstanceChange.Removed, instance.Status, null, time));

    private static string InAnyOrder(IEnumerable<string> texts) => string.Join("\0", texts.OrderBy(text => text, StringComparer.Ordinal));
}
