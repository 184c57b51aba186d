using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>How to connect to an instance by SSH. Command and password change with every start.</summary>
public sealed class SshConnection : ServiceObject
{
    private string? _command;

    /// <summary>
    /// The command to connect, with secrets masked (contract: <c>sshCommand</c>). <see cref="RevealSshCommand"/> returns it unmasked.
    /// </summary>
    public string? SshCommand { get; set; }

    /// <summary>The password to give (contract: <c>password</c>).</summary>
    public Secret? Password { get; set; }

    /// <summary>Whether the SSH server runs (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; set; }

    /// <summary>Returns the command unmasked. Keep the command out of logs.</summary>
    public string? RevealSshCommand() => _command ?? SshCommand;

    /// <summary>The command.</summary>
    public override string ToString() => SshCommand ?? "";

    private protected override IEnumerable<Secret?> Passwords => [Password];

    /// <summary>Sets the properties from the texts of the response, with secrets masked.</summary>
    internal void Mask(SecretMask mask) => SshCommand = mask.MaskCommand(_command);

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<SshConnection> Shape { get; } = ShapeOf<SshConnection>(() => new())
        .Add("sshCommand", (ssh, ref reader) => ssh._command = JsonString.ReadNonEmpty(ref reader))
        .Add("password", (ssh, ref reader) => ssh.Password = JsonSecret.Read(ref reader))
        .Add("isRunning", (ssh, ref reader) => ssh.IsRunning = JsonBoolean.Read(ref reader));
}
