namespace Novita.Simulator.Areas.Credentials;

/// <summary>A registry credential, password and all.</summary>
public sealed record SimulatedCredential : SimulatedRow
{
    public required string Id { get; init; }

    /// <summary>The name; not unique.</summary>
    public string? Name { get; init; }

    public string? Username { get; init; }

    /// <summary>The password, in clear text as the service sends it.</summary>
    public string? Password { get; init; }

    internal override string Key => Id;
}
