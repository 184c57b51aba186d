using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>The addresses of the logs of an instance, which are streams over HTTP.</summary>
public sealed class LogConnection : ServiceObject
{
    private string? _systemLogAddress;
    private string? _instanceLogAddress;

    /// <summary>The log of the service about the instance, with a token masked (contract: <c>systemLogAddress</c>).</summary>
    public string? SystemLogAddress { get; set; }

    /// <summary>The log of the instance's container, with a token masked (contract: <c>instanceLogAddress</c>).</summary>
    public string? InstanceLogAddress { get; set; }

    /// <summary>Whether the logs are kept (contract: <c>isRunning</c>).</summary>
    public bool? IsRunning { get; set; }

    /// <summary>Returns the address of the system log unmasked. Keep the address out of logs.</summary>
    public string? RevealSystemLogAddress() => _systemLogAddress ?? SystemLogAddress;

    /// <summary>Returns the address of the instance's log unmasked. Keep the address out of logs.</summary>
    public string? RevealInstanceLogAddress() => _instanceLogAddress ?? InstanceLogAddress;

    /// <summary>The address of the instance's log.</summary>
    public override string ToString() => InstanceLogAddress ?? "";

    /// <summary>Sets the properties from the texts of the response, with secrets masked.</summary>
    internal void Mask(SecretMask mask)
    {
        SystemLogAddress = mask.MaskAddress(_systemLogAddress);
        InstanceLogAddress = mask.MaskAddress(_instanceLogAddress);
    }

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<LogConnection> Shape { get; } = ShapeOf<LogConnection>(() => new())
        .Add("systemLogAddress", (log, ref reader) => log._systemLogAddress = JsonString.ReadNonEmpty(ref reader))
        .Add("instanceLogAddress", (log, ref reader) => log._instanceLogAddress = JsonString.ReadNonEmpty(ref reader))
        .Add("isRunning", (log, ref reader) => log.IsRunning = JsonBoolean.Read(ref reader));
}
