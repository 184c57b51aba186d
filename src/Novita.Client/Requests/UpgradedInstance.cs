using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>
/// A new image and settings for an instance (<c>POST /gpu/instance/upgrade</c>). The service wants all settings each time.
/// </summary>
public sealed record UpgradedInstance
{
    /// <summary>The container image, 1 to 500 characters.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The id of a registry credential that the service keeps; null for a public image.</summary>
    public string? ImageAuthId { get; init => field = value?.Trim(); }

    /// <summary>All environment variables, up to 100.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>The start command, up to 2047 characters.</summary>
    public string Command { get; init; } = "";

    /// <summary>The entrypoint, up to 2047 characters.</summary>
    public string Entrypoint { get; init; } = "";

    /// <summary>Whether the data on the disks is kept.</summary>
    public bool Save { get; init; }

    /// <summary>All network storage, up to 30: the service detaches storage that the list lacks.</summary>
    public IReadOnlyList<NetworkStorageMount> NetworkStorages { get; init; } = [];

    /// <summary>Returns the current settings of an instance, with its data kept.</summary>
    public static UpgradedInstance From(InstanceDetail current) => new()
    {
        ImageUrl = current.ImageUrl,
        ImageAuthId = string.IsNullOrEmpty(current.ImageAuthId) ? null : current.ImageAuthId,
        Variables = [.. ContainerSettings.Pairs(current.Envs)],
        Command = current.Command ?? "",
        Entrypoint = current.Entrypoint ?? "",
        Save = true,
        NetworkStorages = [.. current.VolumeMounts.Where(volume => volume.IsNetwork).Select(volume => new NetworkStorageMount(volume))],
    };

    /// <summary>Checks every limit of the contract.</summary>
    /// <exception cref="NovitaException">A limit is broken (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public void Check()
    {
        Limits.Length(nameof(ImageUrl), ImageUrl, 1, 500);
        Limits.Id(nameof(ImageAuthId), ImageAuthId);
        Limits.Length(nameof(Command), Command, 0, 2047);
        Limits.Length(nameof(Entrypoint), Entrypoint, 0, 2047);
        InstanceLimits.Variables(Variables);
        InstanceLimits.Storages(NetworkStorages);
    }

    /// <summary>The image. The text of a record would have the variables too.</summary>
    public override string ToString() => ImageUrl ?? "";

    internal RequestBody ToBody(string instanceId) => new RequestBody()
        .Add("instanceId", instanceId)
        .Add("imageUrl", ImageUrl)
        .Add("imageAuthId", ImageAuthId)
        .Add("envs", Variables, InstanceLimits.WriteVariable)
        .Add("command", Command)
        .Add("entrypoint", Entrypoint)
        .Add("save", Save)
        .Add("networkVolume", volume => volume.Add("volumeMounts", NetworkStorages, WriteMount));

    private static void WriteMount(RequestBody body, NetworkStorageMount storage) =>
        body.Add("type", "network").Add("id", storage.Id).Add("mountPath", storage.MountPoint);
}
