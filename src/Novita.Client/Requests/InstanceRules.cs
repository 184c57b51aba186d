using System.Globalization;
using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>The contract's limits on what is sent. Each broken one is an error that names the value and what would do, before any request.</summary>
internal static class InstanceRules
{
    public const int MostPorts = 15;
    public const int MostVariables = 100;
    public const int MostStorages = 30;
    public const int MostRootfsSize = 6144;

    private const int FirstReservedPort = 2222;
    private const int LastReservedPort = 2224;

    /// <summary>Gives the type of a port in the service's spelling; null for an unknown one.</summary>
    public static string? PortType(string type) =>
        string.Equals(type, "http", StringComparison.OrdinalIgnoreCase) ? "http"
        : string.Equals(type, "tcp", StringComparison.OrdinalIgnoreCase) ? "tcp"
        : null;

    /// <summary>Checks a text's length in characters; null is no text and passes where none is needed.</summary>
    public static void Length(string field, string? text, int least, int most)
    {
        var length = text?.Length ?? 0;
        if (length < least)
        {
            throw Broken($"{field} is missing. It is needed, with up to {most} characters.");
        }

        if (length > most)
        {
            throw Broken($"{field} has {length} characters, but may have {most} at most.");
        }
    }

    /// <summary>Checks a number's range; null passes.</summary>
    public static void Range(string field, int? number, int least, int most)
    {
        if (number < least || number > most)
        {
            throw Broken(most == int.MaxValue ? $"{field} is {number}, but must be {least} or more." : $"{field} is {number}, but must be from {least} to {most}.");
        }
    }

    /// <summary>Checks the size of a root disk in GB; null passes.</summary>
    public static void RootfsSize(int? size) => Range(nameof(RootfsSize), size, 10, MostRootfsSize);

    /// <summary>Checks ports, those of tools included.</summary>
    public static void Ports(IReadOnlyCollection<PortMapping> ports, int? toolPort = null)
    {
        foreach (var port in ports.Select(mapping => mapping.Port).Append(toolPort))
        {
            Range("A port", port, 1, ushort.MaxValue);
            if (port is >= FirstReservedPort and <= LastReservedPort)
            {
                throw Broken($"Port {port} is reserved by the service, as {FirstReservedPort} to {LastReservedPort} are. Choose another.");
            }
        }

        if (ports.GroupBy(mapping => mapping.Port).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Broken($"Port {twice.Key} is given twice: {string.Join(", ", twice)}.");
        }

        AtMost("ports and tools", ports.Count + (toolPort is null ? 0 : 1), MostPorts);
    }

    /// <summary>Checks environment variables. Messages never quote a value.</summary>
    public static void Variables(IReadOnlyCollection<KeyValuePair<string, string>> variables)
    {
        AtMost("environment variables", variables.Count, MostVariables);
        foreach (var variable in variables)
        {
            Length("The name of an environment variable", variable.Key, 1, 511);
            Length($"The value of environment variable '{VisibleText.Of(VisibleText.Shorten(variable.Key, 40))}'", variable.Value, 0, 4095);
        }
    }

    /// <summary>Checks network storage.</summary>
    public static void Storages(IReadOnlyCollection<NetworkStorageMount> storages)
    {
        AtMost("network storages", storages.Count, MostStorages);
        foreach (var storage in storages)
        {
            Length("The id of a network storage", storage.Id, 1, 255);
            Length($"The mount point of network storage '{VisibleText.Of(VisibleText.Shorten(storage.Id, 40))}'", storage.MountPoint, 1, 4095);
        }
    }

    /// <summary>Writes an environment variable, whose value may be a secret of the user's.</summary>
    public static void WriteVariable(RequestBody body, KeyValuePair<string, string> variable) => body.Add("key", variable.Key).AddSecret("value", variable.Value);

    public static NovitaException Broken(string problem) => new(NovitaErrorKind.RequestInvalid, problem);

    private static void AtMost(string things, int count, int most)
    {
        if (count > most)
        {
            throw Broken(string.Format(CultureInfo.InvariantCulture, "{0} {1} were given, but an instance may have {2} at most.", count, things, most));
        }
    }
}
