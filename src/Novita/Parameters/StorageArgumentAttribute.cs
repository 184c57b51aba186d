using System.Collections;
using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Parameters;

/// <summary>
/// Makes mounts of network storage from texts such as <c>id=/mountpoint</c>, from the volumes of an instance, and from any object with an
/// Id.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class StorageArgumentAttribute : ElementArgumentAttribute
{
    private static readonly string[] s_members =
        [nameof(VolumeMount.Id), nameof(NetworkStorageMount.MountPoint), nameof(VolumeMount.MountPath), nameof(VolumeMount.Type),
            nameof(VolumeMount.Size)];

    /// <summary>Leaves out local volumes, which belong to their instance, and tells of each.</summary>
    internal static NetworkStorageMount[] WithoutLocal(NetworkStorageMount[] mounts, Action<string> tell)
    {
        foreach (var local in mounts.Where(mount => mount.IsLocal))
        {
            tell($"The local volume at {local.MountPoint} is passed over: it belongs to its instance.");
        }

        return Array.FindAll(mounts, mount => !mount.IsLocal);
    }

    private protected override object Convert(PSObject element) => element.BaseObject switch
    {
        NetworkStorageMount mount => mount,
        VolumeMount volume => new NetworkStorageMount(volume),
        string { Length: <= MaxQuoted } text => text,
        string text => new NetworkStorageMount(text),
        _ => new NetworkStorageMount(Read(element)),
    };

    private static VolumeMount Read(PSObject element)
    {
        var noun = element.TypeNames.Select(name => name.Replace("Deserialized.", ""))
            .FirstOrDefault(name => name.StartsWith("Novita.", StringComparison.Ordinal));
        if (noun is not (null or "Novita.VolumeMount" or "Novita.NetworkStorage" or "Novita.NetworkStorageMount"))
        {
            throw Limits.Invalid($"A {noun.Substring("Novita.".Length)} is not a network storage.");
        }

        if (element.BaseObject is IDictionary table && table.Keys.Cast<object>()
            .FirstOrDefault(key => !s_members.Contains($"{key}", StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Limits.Invalid($"A network storage has no '{VisibleText.Quote($"{unknown}")}'. Give its Id and its MountPoint.");
        }

        var (id, type) = (Text(element, nameof(VolumeMount.Id)), Text(element, nameof(VolumeMount.Type)));
        return id is null && type is null
            ? throw Limits.Invalid("The object has no Id. Give the id of a network storage and where to mount it: id=/mountpoint.")
            : new VolumeMount
            {
                Id = id,
                Type = type ?? "network",
                MountPath = Text(element, nameof(VolumeMount.MountPath)) ?? Text(element, nameof(NetworkStorageMount.MountPoint)),
            };
    }
}
