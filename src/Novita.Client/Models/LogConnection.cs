using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>Where the logs of an instance are: streams over HTTP.</summary>
public sealed class LogConnection : ServiceObject
{
    private string? _systemLogAddress;
    private string? _instanceLogAddress;

    /// <summary>The log of what the service does with it, a token in the address masked (contract: <c>systemLogAddress</c>).</summary>
    public string? SystemLogAddress { get; set; }

    /// <summary>The log of what runs in it, a token in the address masked (contract: <c>instanceLogAddress</c>).</summary>
    public string? InstanceLogAddress { get; set; }

    /// <summary>Whether the logs are kept (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; set; }

    /// <summary>Gives the address of the system log with everything in it. Keep it out of logs.</summary>
    public string? RevealSystemLogAddress() => _systemLogAddress ?? SystemLogAddress;

    /// <summary>Gives the address of the instance's log with everything in it. Keep it out of logs.</summary>
    public string? RevealInstanceLogAddress() => _instanceLogAddress ?? InstanceLogAddress;

    /// <summary>The address of the instance's log.</summary>
    public override string ToString() => InstanceLogAddress ?? "";

    /// <summary>Makes the texts that are shown, without the secrets of the instance.</summary>
    internal void Mask(SecretMask mask)
    {
        SystemLogAddress = mask.ApplyToAddress(_systemLogAddress);
        InstanceLogAddress = mask.ApplyToAddress(_instanceLogAddress);
    }

    /// <summary>How it is read.</summary>
    internal static Shape<LogConnection> Shape { get; } = ShapeOf<LogConnection>(() => new())
        .Add("systemLogAddress", (log, ref reader) => log._systemLogAddress = JsonString.ReadNonEmpty(ref reader))
        .Add("instanceLogAddress", (log, ref reader) => log._instanceLogAddress = JsonString.ReadNonEmpty(ref reader))
        .Add("isRunning", (log, ref reader) => log.IsRunning = JsonBoolean.Read(ref reader));
}
