namespace Novita.Simulator.Areas.Credentials;

/// <summary>A registry credential, password and all.</summary>
public sealed record SimulatedCredential : SimulatedRow
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name; not unique.</summary>
    public string? Name { get; init; }

    /// <summary>The user at the registry.</summary>
    public string? Username { get; init; }

    /// <summary>The password, in clear text as the service sends it.</summary>
    public string? Password { get; init; }

    /// <inheritdoc/>
    internal override string Key => Id;
}
