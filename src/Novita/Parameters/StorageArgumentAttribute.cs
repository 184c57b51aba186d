using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>Makes mounts of network storage from texts such as <c>id=/mountpoint</c>, from the volumes of an instance, and from any object with an Id.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class StorageArgumentAttribute : ElementArgumentAttribute
{
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
        VolumeMount volume => Check(new NetworkStorageMount(volume)),
        string text => new NetworkStorageMount(text),
        _ => Check(new NetworkStorageMount(new VolumeMount
        {
            Id = Text(element, nameof(VolumeMount.Id)),
            Type = ReadType(element),
            MountPath = Text(element, nameof(VolumeMount.MountPath)) ?? Text(element, nameof(NetworkStorageMount.MountPoint)),
        })),
    };

    private static NetworkStorageMount Check(NetworkStorageMount mount)
    {
        if (!mount.IsLocal)
        {
            Limits.Id("The id of a network storage", mount.Id);
        }

        return mount;
    }

    /// <summary>The type of a volume. Where the object does not say, it is a network storage, unless it is another noun of ours.</summary>
    private static string ReadType(PSObject element)
    {
        var noun = element.TypeNames.Select(name => name.Replace("Deserialized.", "")).FirstOrDefault(name => name.StartsWith("Novita.", StringComparison.Ordinal));
        if (Text(element, nameof(VolumeMount.Id)) is null && Text(element, nameof(VolumeMount.Type)) is null)
        {
            throw Limits.Invalid("The object has no Id. Give the id of a network storage and where to mount it: id=/mountpoint.");
        }

        return noun is null or "Novita.VolumeMount" or "Novita.NetworkStorage" or "Novita.NetworkStorageMount"
            ? Text(element, nameof(VolumeMount.Type)) ?? "network"
            : throw Limits.Invalid($"A {noun.Substring("Novita.".Length)} is not a network storage.");
    }
}
