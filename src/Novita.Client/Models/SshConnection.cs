using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>How to connect to an instance by SSH. Command and password change with every start.</summary>
public sealed class SshConnection
{
    private string? _command;

    /// <summary>The command to type, secrets in it masked (contract: <c>sshCommand</c>). <see cref="RevealSshCommand"/> gives it whole.</summary>
    public string? SshCommand { get; private set; }

    /// <summary>The password to give (contract: <c>password</c>).</summary>
    public Secret? Password { get; internal set; }

    /// <summary>Whether the SSH server runs (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; internal set; }

    /// <summary>Gives the command with everything in it. Keep it out of logs.</summary>
    public string? RevealSshCommand() => _command;

    /// <summary>The command.</summary>
    public override string ToString() => SshCommand ?? "";

    /// <summary>Makes the texts that are shown, without the secrets of the instance.</summary>
    internal void Mask(SecretMask mask) => SshCommand = mask.ApplyToCommand(_command);

    /// <summary>How it is read.</summary>
    internal static Shape<SshConnection> Shape { get; } = new Shape<SshConnection>(() => new())
        .Add("sshCommand", (ssh, ref reader) => ssh._command = JsonString.Read(ref reader))
        .Add("password", (ssh, ref reader) => ssh.Password = JsonSecret.Read(ref reader))
        .Add("isRunning", (ssh, ref reader) => ssh.IsRunning = JsonBoolean.Read(ref reader));
}
