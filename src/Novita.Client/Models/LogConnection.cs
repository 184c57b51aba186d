using Novita.Client.Json;

namespace Novita;

/// <summary>Where the logs of an instance are: streams over HTTP.</summary>
public sealed class LogConnection : InstanceConnection
{
    private string? _systemLogAddress;
    private string? _instanceLogAddress;

    /// <summary>The log of what the service does with it, a token in the address masked (contract: <c>systemLogAddress</c>).</summary>
    public string? SystemLogAddress { get => Owner?.MaskAddress(_systemLogAddress); internal set => _systemLogAddress = value; }

    /// <summary>The log of what runs in it, a token in the address masked (contract: <c>instanceLogAddress</c>).</summary>
    public string? InstanceLogAddress { get => Owner?.MaskAddress(_instanceLogAddress); internal set => _instanceLogAddress = value; }

    /// <summary>Gives the address of the system log with everything in it. Keep it out of logs.</summary>
    public string? RevealSystemLogAddress() => _systemLogAddress;

    /// <summary>Gives the address of the instance's log with everything in it. Keep it out of logs.</summary>
    public string? RevealInstanceLogAddress() => _instanceLogAddress;

    /// <summary>The address of the instance's log.</summary>
    public override string ToString() => InstanceLogAddress ?? "";

    /// <summary>How it is read.</summary>
    internal static Shape<LogConnection> Shape { get; } = new Shape<LogConnection>(() => new())
        .Add("systemLogAddress", (log, ref reader) => log.SystemLogAddress = JsonString.Read(ref reader))
        .Add("instanceLogAddress", (log, ref reader) => log.InstanceLogAddress = JsonString.Read(ref reader))
        .Add("isRunning", (log, ref reader) => log.IsRunning = JsonBoolean.Read(ref reader));
}
