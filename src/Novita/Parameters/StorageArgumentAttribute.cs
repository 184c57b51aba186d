using System.Collections;
using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Parameters;

/// <summary>
/// Converts texts such as <c>id=/mountpoint</c>, the volumes of an instance, and objects with an Id to mounts of network storage.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class StorageArgumentAttribute : ElementArgumentAttribute
{
    private const string ModulePrefix = "Novita.";

    private static readonly string[] s_members =
    [
        nameof(VolumeMount.Id),
        nameof(NetworkStorageMount.MountPoint),
        nameof(VolumeMount.MountPath),
        nameof(VolumeMount.Type),
        nameof(VolumeMount.Size),
    ];

    /// <summary>Returns the mounts without local volumes, which belong to one instance. Reports each volume that is left out.</summary>
    internal static NetworkStorageMount[] WithoutLocal(NetworkStorageMount[] mounts, Action<string> report)
    {
        foreach (var local in mounts.Where(mount => mount.IsLocal))
        {
            report($"The local volume at {local.MountPoint} is left out: it belongs to its instance.");
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
        var typeName = element.TypeNames
            .Select(name => name.Replace("Deserialized.", ""))
            .FirstOrDefault(name => name.StartsWith(ModulePrefix, StringComparison.Ordinal))?
            .Substring(ModulePrefix.Length);
        if (typeName is not (null or nameof(VolumeMount) or nameof(NetworkStorage) or nameof(NetworkStorageMount)))
        {
            throw Limits.Invalid($"A {typeName} is not a network storage.");
        }

        var keys = element.BaseObject is IDictionary table ? table.Keys.Cast<object>() : [];
        if (keys.FirstOrDefault(key => !s_members.Contains($"{key}", StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Limits.Invalid($"A network storage has no '{VisibleText.Quote($"{unknown}")}'. Give its Id and its MountPoint.");
        }

        var id = Text(element, nameof(VolumeMount.Id));
        var type = Text(element, nameof(VolumeMount.Type));
        if (id is null && type is null)
        {
            throw Limits.Invalid("The object has no Id. Give the id of a network storage and where to mount it: id=/mountpoint.");
        }

        return new VolumeMount
        {
            Id = id,
            Type = type ?? "network",
            MountPath = Text(element, nameof(VolumeMount.MountPath)) ?? Text(element, nameof(NetworkStorageMount.MountPoint)),
        };
    }
}
