using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>How to connect to an instance by a terminal in the browser.</summary>
public sealed class WebTerminalConnection : ServiceObject
{
    private string? _address;

    /// <summary>The address, with a token masked (contract: <c>address</c>). <see cref="RevealAddress"/> returns it unmasked.</summary>
    public string? Address { get; set; }

    /// <summary>The user to sign in as (contract: <c>username</c>).</summary>
    public string? Username { get; set; }

    /// <summary>The password to give (contract: <c>password</c>).</summary>
    public Secret? Password { get; set; }

    /// <summary>Whether the terminal runs (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; set; }

    /// <summary>Returns the address unmasked. Keep the address out of logs.</summary>
    public string? RevealAddress() => _address ?? Address;

    /// <summary>The address.</summary>
    public override string ToString() => Address ?? "";

    private protected override IEnumerable<Secret?> Passwords => [Password];

    /// <summary>Sets the properties from the texts of the response, with secrets masked.</summary>
    internal void Mask(SecretMask mask) => Address = mask.MaskAddress(_address);

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<WebTerminalConnection> Shape { get; } = ShapeOf<WebTerminalConnection>(() => new())
        .Add("address", (terminal, ref reader) => terminal._address = JsonString.ReadNonEmpty(ref reader))
        .Add("username", (terminal, ref reader) => terminal.Username = JsonString.ReadNonEmpty(ref reader))
        .Add("password", (terminal, ref reader) => terminal.Password = JsonSecret.Read(ref reader))
        .Add("isRunning", (terminal, ref reader) => terminal.IsRunning = JsonBoolean.Read(ref reader));
}
