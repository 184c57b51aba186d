using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>How to connect to the Jupyter notebook of an instance.</summary>
public sealed class JupyterConnection : ServiceObject
{
    private string? _address;

    /// <summary>The notebook's port in the instance (contract: <c>port</c>).</summary>
    public int? Port { get; set; }

    /// <summary>The address, with a token masked (contract: <c>address</c>). <see cref="RevealAddress"/> returns it unmasked.</summary>
    public string? Address { get; set; }

    /// <summary>Whether the notebook server runs (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; set; }

    /// <summary>Returns the address unmasked. Keep the address out of logs.</summary>
    public string? RevealAddress() => _address ?? Address;

    /// <summary>The address.</summary>
    public override string ToString() => Address ?? "";

    /// <summary>Sets the properties from the texts of the response, with secrets masked.</summary>
    internal void Mask(SecretMask mask) => Address = mask.MaskAddress(_address);

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<JupyterConnection> Shape { get; } = ShapeOf<JupyterConnection>(() => new())
        .Add("port", (jupyter, ref reader) => jupyter.Port = JsonInt32.Read(ref reader))
        .Add("address", (jupyter, ref reader) => jupyter._address = JsonString.ReadNonEmpty(ref reader))
        .Add("isRunning", (jupyter, ref reader) => jupyter.IsRunning = JsonBoolean.Read(ref reader));
}
