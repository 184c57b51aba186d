using System.Text.Json.Serialization;
using Novita.Client.Json;

namespace Novita;

/// <summary>How to connect to the Jupyter notebook of an instance.</summary>
public sealed class JupyterConnection
{
    private string? _address;

    /// <summary>Its port in the instance (contract: <c>port</c>).</summary>
    [JsonInclude]
    public int? Port { get; internal set; }

    /// <summary>Where it is, a token in it masked (contract: <c>address</c>). <see cref="RevealAddress"/> gives it whole.</summary>
    [JsonInclude]
    public string? Address { get => AddressMask.Of(_address); internal set => _address = value; }

    /// <summary>Whether it runs (contract: <c>isRunning</c>).</summary>
    [JsonInclude]
    public bool? IsRunning { get; internal set; }

    /// <summary>Gives the address with everything in it. Keep it out of logs.</summary>
    public string? RevealAddress() => _address;

    /// <summary>The address.</summary>
    public override string ToString() => Address ?? "";
}
