using Novita.Client.Json;

namespace Novita;

/// <summary>A user name and password for a container registry, with which the service pulls private images.</summary>
public sealed class RegistryCredential : Resource
{
    /// <summary>The credential's id (contract: <c>id</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The credential's name; not unique (contract: <c>name</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary>The user name at the registry (contract: <c>username</c>).</summary>
    public string? Username { get; set; }

    /// <summary>The password at the registry, which the service sends in clear text (contract: <c>password</c>).</summary>
    public Secret? Password { get; set; }

    internal override string? Label => Name;

    internal override string? Note => Username;

    private protected override IEnumerable<Secret?> Passwords => [Password];

    internal static Shape<RegistryCredential> Shape { get; } = ShapeOf<RegistryCredential>(() => new())
        .Add("id", (credential, ref reader) => credential.Id = JsonString.Read(ref reader) ?? "")
        .Add("name", (credential, ref reader) => credential.Name = JsonString.Read(ref reader) ?? "")
        .Add("username", (credential, ref reader) => credential.Username = JsonString.ReadNonEmpty(ref reader))
        .Add("password", (credential, ref reader) => credential.Password = JsonSecret.Read(ref reader));
}
