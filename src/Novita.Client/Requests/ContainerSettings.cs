namespace Novita.Client.Requests;

/// <summary>Lays settings that were given over those of a template or an instance: what is given wins.</summary>
internal static class ContainerSettings
{
    /// <summary>Merges ports by number; a port that is given has the type that is given.</summary>
    public static IReadOnlyList<PortMapping> Ports(IEnumerable<PortMapping> below, IReadOnlyList<PortMapping> given) =>
        [.. below.Where(port => given.All(other => other.Port != port.Port)), .. given];

    /// <summary>Merges environment variables by name, which is case-sensitive.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Variables(
        IEnumerable<EnvironmentVariable> below, IReadOnlyList<KeyValuePair<string, string>> given) =>
        [.. Pairs(below).Where(variable => given.All(other => other.Key != variable.Key)), .. given];

    /// <summary>Gives environment variables as they are sent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<EnvironmentVariable> variables) =>
        variables.Select(variable => new KeyValuePair<string, string>(variable.Key, variable.Value ?? ""));
}
