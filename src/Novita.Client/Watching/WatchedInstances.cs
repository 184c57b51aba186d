namespace Novita.Client.Watching;

/// <summary>What a watch of instances looks at.</summary>
internal static class WatchedInstances
{
    /// <summary>Every property that the list documents, but for the id.</summary>
    public static Watched<Instance, InstanceChange> All { get; } = new(
        [
            new(nameof(Instance.Name), instance => instance.Name),
            new(nameof(Instance.Status), instance => instance.Status),
            new(nameof(Instance.StatusError), instance => instance.StatusError?.ToString()),
            new(nameof(Instance.SpotStatus), instance => Empty(instance.SpotStatus)),
            new(nameof(Instance.SpotReclaimTime), instance => instance.SpotReclaimTime),
            new(nameof(Instance.BillingMode), instance => Empty(instance.BillingMode)),
            new(nameof(Instance.EndTime), instance => instance.EndTime),
            new(nameof(Instance.ClusterId), instance => Empty(instance.ClusterId)),
            new(nameof(Instance.ClusterName), instance => Empty(instance.ClusterName)),
            new(nameof(Instance.ProductId), instance => Empty(instance.ProductId)),
            new(nameof(Instance.ProductName), instance => Empty(instance.ProductName)),
            new(nameof(Instance.ImageUrl), instance => Empty(instance.ImageUrl)),
            new(nameof(Instance.ImageAuthId), instance => Empty(instance.ImageAuthId)),
            new(nameof(Instance.Command), instance => Empty(instance.Command)),
            new(nameof(Instance.Entrypoint), instance => Empty(instance.Entrypoint)),
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

            // The values count, but they may be secrets: shown are the names.
            new(
                nameof(Instance.Envs),
                instance => InAnyOrder(instance.Envs.Select(variable => $"{variable.Key}={variable.Value}")),
                instance => instance.Envs.ToString()),
            new(nameof(Instance.Kind), instance => Empty(instance.Kind)),
        ],
        (instance, property, old, @new, time) => new(instance, property, old, @new, time),
        (instance, time) => new(instance, InstanceChange.Created, null, instance.Status, time),
        (instance, time) => new(instance, InstanceChange.Removed, instance.Status, null, time));

    private static string InAnyOrder(IEnumerable<string> texts) => string.Join("\0", texts.OrderBy(text => text, StringComparer.Ordinal));

    /// <summary>No text and an empty one are the same to the service, which sends now this, now that.</summary>
    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
