namespace Novita.Client.Requests;

/// <summary>Merges given settings with those of a template or an instance. Given settings win.</summary>
internal static class ContainerSettings
{
    /// <summary>Merges ports by number.</summary>
    public static IReadOnlyList<PortMapping> Ports(IEnumerable<PortMapping> existing, IReadOnlyList<PortMapping> given) =>
        [.. existing.Where(port => given.All(other => other.Port != port.Port)), .. given];

    /// <summary>Merges environment variables by name, case-sensitive.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Variables(
        IEnumerable<EnvironmentVariable> existing, IReadOnlyList<KeyValuePair<string, string>> given) =>
        [.. Pairs(existing).Where(variable => given.All(other => other.Key != variable.Key)), .. given];

    /// <summary>Returns environment variables as names and values.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<EnvironmentVariable> variables) =>
        variables.Select(variable => new KeyValuePair<string, string>(variable.Key, variable.Value ?? ""));
}
