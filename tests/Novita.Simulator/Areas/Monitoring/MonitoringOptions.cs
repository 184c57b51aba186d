namespace Novita.Simulator.Areas.Monitoring;

/// <summary>How metrics and logs behave.</summary>
public sealed class MonitoringOptions
{
    /// <summary>Whether the addresses of logs lead to this service, over plain http; otherwise they are made up.</summary>
    public bool ServesLogs { get; init; }

    /// <summary>What the addresses of logs have in their query already, such as <c>token=x</c>.</summary>
    public string LogQuery { get; init; } = "";

    /// <summary>Whether logs are sent as server-sent events where that is asked for; otherwise as growing text.</summary>
    public bool SendsEvents { get; init; } = true;

    /// <summary>After how many lines a connection is cut off; null for never.</summary>
    public int? LinesPerConnection { get; init; }

    /// <summary>Where the service is, once it has started.</summary>
    internal Uri? Root { get; set; }

    /// <summary>The address of a log; null for one that is made up.</summary>
    internal string? LogAddress(string id, string kind) =>
        ServesLogs && Root is { } root ? $"{root.GetLeftPart(UriPartial.Authority)}/logs/{id}/{kind}{(LogQuery.Length == 0 ? "" : "?")}{LogQuery}" : null;
}
