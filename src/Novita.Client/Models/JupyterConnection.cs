using Novita.Client.Json;

namespace Novita;

/// <summary>How to connect to the Jupyter notebook of an instance.</summary>
public sealed class JupyterConnection : InstanceConnection
{
    private string? _address;

    /// <summary>Its port in the instance (contract: <c>port</c>).</summary>
    public int? Port { get; internal set; }

    /// <summary>Where it is, a token in it masked (contract: <c>address</c>). <see cref="RevealAddress"/> gives it whole.</summary>
    public string? Address { get => Owner?.MaskAddress(_address); internal set => _address = value; }

    /// <summary>Gives the address with everything in it. Keep it out of logs.</summary>
    public string? RevealAddress() => _address;

    /// <summary>The address.</summary>
    public override string ToString() => Address ?? "";

    /// <summary>How it is read.</summary>
    internal static Shape<JupyterConnection> Shape { get; } = new Shape<JupyterConnection>(() => new())
        .Add("port", (jupyter, ref reader) => jupyter.Port = JsonInt32.Read(ref reader))
        .Add("address", (jupyter, ref reader) => jupyter.Address = JsonString.Read(ref reader))
        .Add("isRunning", (jupyter, ref reader) => jupyter.IsRunning = JsonBoolean.Read(ref reader));
}
