using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>A registry credential to create (<c>POST /repository/auth/save</c>).</summary>
public sealed record NewRegistryCredential
{
    /// <summary>The name, 1 to 255 characters; need not be unique.</summary>
    public string? Name { get; init; }

    /// <summary>The user name at the registry, 1 to 511 characters.</summary>
    public string? Username { get; init; }

    /// <summary>The password at the registry, 1 to 1024 characters. Secret.</summary>
    public string? Password { get; init; }

    /// <summary>Name and user. The text of a record would have the password too.</summary>
    public override string ToString() => $"registry credential '{Name}' for user '{Username}'";

    /// <summary>Checks every limit.</summary>
    /// <exception cref="NovitaException">A limit is broken (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public void Check()
    {
        Limits.Length(nameof(Name), Name, 1, 255);
        Limits.Length("The user name", Username, 1, 511);
        Limits.Length("The password", Password, 1, 1024);
    }

    internal RequestBody ToBody() => new RequestBody().Add("name", Name).Add("username", Username).AddSecret("password", Password);
}
