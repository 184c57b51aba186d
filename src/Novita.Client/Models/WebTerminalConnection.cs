using Novita.Client.Json;

namespace Novita;

/// <summary>How to connect to an instance by a terminal in the browser.</summary>
public sealed class WebTerminalConnection : InstanceConnection
{
    private string? _address;

    /// <summary>Where it is, a token in it masked (contract: <c>address</c>). <see cref="RevealAddress"/> gives it whole.</summary>
    public string? Address { get => Owner?.MaskAddress(_address); internal set => _address = value; }

    /// <summary>The user to sign in as (contract: <c>username</c>).</summary>
    public string? Username { get; internal set; }

    /// <summary>The password to give (contract: <c>password</c>).</summary>
    public Secret? Password { get; internal set; }

    /// <summary>Gives the address with everything in it. Keep it out of logs.</summary>
    public string? RevealAddress() => _address;

    /// <summary>The address.</summary>
    public override string ToString() => Address ?? "";

    /// <summary>How it is read.</summary>
    internal static Shape<WebTerminalConnection> Shape { get; } = new Shape<WebTerminalConnection>(() => new())
        .Add("address", (terminal, ref reader) => terminal.Address = JsonString.Read(ref reader))
        .Add("username", (terminal, ref reader) => terminal.Username = JsonString.Read(ref reader))
        .Add("password", (terminal, ref reader) => terminal.Password = JsonSecret.Read(ref reader))
        .Add("isRunning", (terminal, ref reader) => terminal.IsRunning = JsonBoolean.Read(ref reader));
}
