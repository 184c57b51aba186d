using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Requests;

/// <summary>The contract's limits on the settings of an instance.</summary>
internal static class InstanceLimits
{
    public const int MaxPorts = 15;
    public const int MaxVariables = 100;
    public const int MaxStorages = 30;
    public const int MinRootfsSize = 10;
    public const int MaxRootfsSize = 6144;

    private const int FirstReservedPort = 2222;
    private const int LastReservedPort = 2224;

    /// <summary>Checks the size of a root disk in GB; null passes.</summary>
    public static void RootfsSize(int? size) => Limits.Range(nameof(RootfsSize), size, MinRootfsSize, MaxRootfsSize);

    /// <summary>Checks ports, with the port of a tool.</summary>
    public static void Ports(IReadOnlyCollection<PortMapping> ports, int? toolPort = null)
    {
        foreach (var port in ports.Select(mapping => mapping.Port).Append(toolPort))
        {
            Limits.Range("A port", port, 1, ushort.MaxValue);
            if (port is >= FirstReservedPort and <= LastReservedPort)
            {
                throw Limits.Invalid(
                    $"Port {port} is reserved by the service, as {FirstReservedPort} to {LastReservedPort} are. Choose another.");
            }
        }

        if (ports.GroupBy(mapping => mapping.Port).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Limits.Invalid($"Port {twice.Key} is given twice: {string.Join(", ", twice)}.");
        }

        Limits.Count("ports and tools", ports.Count + (toolPort is null ? 0 : 1), MaxPorts);
    }

    /// <summary>Checks environment variables. Messages never quote a value.</summary>
    public static void Variables(IReadOnlyCollection<KeyValuePair<string, string>> variables)
    {
        Limits.Count("environment variables", variables.Count, MaxVariables);
        foreach (var variable in variables)
        {
            Limits.Length("The name of an environment variable", variable.Key, 1, 511);
            Limits.Length($"The value of environment variable '{VisibleText.Quote(variable.Key)}'", variable.Value, 0, 4095);
        }
    }

    /// <summary>Checks network storage.</summary>
    public static void Storages(IReadOnlyCollection<NetworkStorageMount> storages)
    {
        Limits.Count("network storages", storages.Count, MaxStorages);
        foreach (var storage in storages)
        {
            Limits.Id("The id of a network storage", storage.Id);
            Limits.Length($"The mount point of network storage '{VisibleText.Quote(storage.Id)}'", storage.MountPoint, 1, 4095);
        }
    }

    /// <summary>Writes an environment variable, whose value is masked because it may be a secret of the user.</summary>
    public static void WriteVariable(RequestBody body, KeyValuePair<string, string> variable) =>
        body.Add("key", variable.Key).AddSecret("value", variable.Value);
}
