using System.Text.Json.Serialization;
using Novita.Client.Json;

namespace Novita;

/// <summary>Where the logs of an instance are: streams over HTTP.</summary>
public sealed class LogConnection
{
    private string? _systemLogAddress;
    private string? _instanceLogAddress;

    /// <summary>The log of what the service does with it, a token in the address masked (contract: <c>systemLogAddress</c>).</summary>
    [JsonInclude]
    public string? SystemLogAddress { get => AddressMask.Of(_systemLogAddress); internal set => _systemLogAddress = value; }

    /// <summary>The log of what runs in it, a token in the address masked (contract: <c>instanceLogAddress</c>).</summary>
    [JsonInclude]
    public string? InstanceLogAddress { get => AddressMask.Of(_instanceLogAddress); internal set => _instanceLogAddress = value; }

    /// <summary>Whether logs are kept (contract: <c>isRunning</c>).</summary>
    [JsonInclude]
    public bool? IsRunning { get; internal set; }

    /// <summary>Gives the address of the system log with everything in it. Keep it out of logs.</summary>
    public string? RevealSystemLogAddress() => _systemLogAddress;

    /// <summary>Gives the address of the instance's log with everything in it. Keep it out of logs.</summary>
    public string? RevealInstanceLogAddress() => _instanceLogAddress;

    /// <summary>The address of the instance's log.</summary>
    public override string ToString() => InstanceLogAddress ?? "";
}
