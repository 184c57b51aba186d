using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>How to connect to the Jupyter notebook of an instance.</summary>
public sealed class JupyterConnection : ServiceObject
{
    private string? _address;

    /// <summary>Its port in the instance (contract: <c>port</c>).</summary>
    public int? Port { get; set; }

    /// <summary>Where it is, a token in it masked (contract: <c>address</c>). <see cref="RevealAddress"/> gives it whole.</summary>
    public string? Address { get; set; }

    /// <summary>Whether the notebook server runs (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; set; }

    /// <summary>Gives the address with everything in it. Keep it out of logs.</summary>
    public string? RevealAddress() => _address ?? Address;

    /// <summary>The address.</summary>
    public override string ToString() => Address ?? "";

    /// <summary>Makes the texts that are shown, without the secrets of the instance.</summary>
    internal void Mask(SecretMask mask) => Address = mask.ApplyToAddress(_address);

    /// <summary>How it is read.</summary>
    internal static Shape<JupyterConnection> Shape { get; } = ShapeOf<JupyterConnection>(() => new())
        .Add("port", (jupyter, ref reader) => jupyter.Port = JsonInt32.Read(ref reader))
        .Add("address", (jupyter, ref reader) => jupyter._address = JsonString.ReadNonEmpty(ref reader))
        .Add("isRunning", (jupyter, ref reader) => jupyter.IsRunning = JsonBoolean.Read(ref reader));
}
