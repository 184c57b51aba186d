using System.Text.Json.Serialization;
using Novita.Client.Json;

namespace Novita;

/// <summary>How to connect to an instance by SSH. Command and password change with every start.</summary>
public sealed class SshConnection
{
    /// <summary>The command to type, a password in it masked (contract: <c>sshCommand</c>).</summary>
    [JsonInclude]
    public string? SshCommand { get => field is { } command ? Password?.Mask(command) ?? command : null; internal set; }

    /// <summary>The password to give (contract: <c>password</c>).</summary>
    [JsonInclude, JsonConverter(typeof(SecretConverter))]
    public Secret? Password { get; internal set; }

    /// <summary>Whether the SSH server runs (contract: <c>isRunning</c>).</summary>
    [JsonInclude]
    public bool? IsRunning { get; internal set; }

    /// <summary>The command.</summary>
    public override string ToString() => SshCommand ?? "";
}
