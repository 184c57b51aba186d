using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>How to connect to an instance by a terminal in the browser.</summary>
public sealed class WebTerminalConnection : ServiceObject
{
    private string? _address;

    /// <summary>Where it is, a token in it masked (contract: <c>address</c>). <see cref="RevealAddress"/> gives it whole.</summary>
    public string? Address { get; set; }

    /// <summary>The user to sign in as (contract: <c>username</c>).</summary>
    public string? Username { get; set; }

    /// <summary>The password to give (contract: <c>password</c>).</summary>
    public Secret? Password { get; set; }

    /// <summary>Whether the terminal runs (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; set; }

    /// <summary>Gives the address with everything in it. Keep it out of logs.</summary>
    public string? RevealAddress() => _address ?? Address;

    /// <summary>The address.</summary>
    public override string ToString() => Address ?? "";

    private protected override IEnumerable<Secret?> Passwords => [Password];

    /// <summary>Makes the texts that are shown, without the secrets of the instance.</summary>
    internal void Mask(SecretMask mask) => Address = mask.ApplyToAddress(_address);

    /// <summary>How it is read.</summary>
    internal static Shape<WebTerminalConnection> Shape { get; } = ShapeOf<WebTerminalConnection>(() => new())
        .Add("address", (terminal, ref reader) => terminal._address = JsonString.ReadNonEmpty(ref reader))
        .Add("username", (terminal, ref reader) => terminal.Username = JsonString.ReadNonEmpty(ref reader))
        .Add("password", (terminal, ref reader) => terminal.Password = JsonSecret.Read(ref reader))
        .Add("isRunning", (terminal, ref reader) => terminal.IsRunning = JsonBoolean.Read(ref reader));
}
