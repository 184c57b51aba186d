using System.Text.Json.Serialization;
using Novita.Client.Json;

namespace Novita;

/// <summary>One instance as the service's get call shows it: what the list has, and how to connect to it.</summary>
/// <remarks>
/// Connection data changes with every start: read it again after one. The members from <see cref="SshCommand"/> on left the
/// service's documentation; they are null where it no longer sends them.
/// </remarks>
public sealed class InstanceDetail : Instance
{
    /// <summary>The VPC it is in; null when it is in none (contract: <c>network</c>).</summary>
    [JsonInclude]
    public InstanceNetwork? Network { get; internal set => field = value is { IsEmpty: true } ? null : value; }

    /// <summary>What the node it runs on can give (contract: <c>node</c>). Never null.</summary>
    [JsonInclude, JsonConverter(typeof(NodeConverter))]
    public DisplayList<InstanceNode> Node { get; internal set => field = value ?? []; } = [];

    /// <summary>The jobs that run on it (contract: <c>jobs</c>). Never null.</summary>
    [JsonInclude]
    public DisplayList<InstanceJob> Jobs { get; internal set => field = value ?? []; } = [];

    /// <summary>How to connect by SSH (contract: <c>connectComponentSSH</c>).</summary>
    [JsonInclude]
    public SshConnection? ConnectComponentSSH { get; internal set; }

    /// <summary>How to connect by a terminal in the browser (contract: <c>connectComponentWebTerminal</c>).</summary>
    [JsonInclude]
    public WebTerminalConnection? ConnectComponentWebTerminal { get; internal set; }

    /// <summary>How to connect to the Jupyter notebook (contract: <c>connectComponentJupyter</c>).</summary>
    [JsonInclude]
    public JupyterConnection? ConnectComponentJupyter { get; internal set; }

    /// <summary>Where its logs are (contract: <c>connectComponentLog</c>).</summary>
    [JsonInclude]
    public LogConnection? ConnectComponentLog { get; internal set; }

    /// <summary>Free storage in GB (contract: <c>freeStorageSize</c>).</summary>
    [JsonInclude]
    public int? FreeStorageSize { get; internal set; }

    /// <summary>Days that the data is kept after it was stopped (contract: <c>keepDataDay</c>).</summary>
    [JsonInclude]
    public int? KeepDataDay { get; internal set; }

    /// <summary>How to connect by SSH, a password in it masked (earlier contract: <c>sshCommand</c>).</summary>
    [JsonPropertyName("sshCommand (earlier)")]
    public string? SshCommand => Older.Text("sshCommand") is { } command
        ? new[] { SshPassword, ConnectComponentSSH?.Password }.OfType<Secret>().Aggregate(command, static (masked, password) => password.Mask(masked))
        : null;

    /// <summary>The password for it (earlier contract: <c>sshPassword</c>).</summary>
    [JsonPropertyName("sshPassword (earlier)")]
    public Secret? SshPassword => Older.Text("sshPassword") is { } password ? new Secret(password) : null;

    /// <summary>When it was created, in local time (earlier contract: <c>createdAt</c>).</summary>
    [JsonPropertyName("createdAt (earlier)")]
    public DateTime? CreatedAt => Older.Time("createdAt");

    /// <summary>When it was last started, in local time (earlier contract: <c>lastStartedAt</c>).</summary>
    [JsonPropertyName("lastStartedAt (earlier)")]
    public DateTime? LastStartedAt => Older.Time("lastStartedAt");

    /// <summary>When it was last stopped, in local time (earlier contract: <c>lastStoppedAt</c>).</summary>
    [JsonPropertyName("lastStoppedAt (earlier)")]
    public DateTime? LastStoppedAt => Older.Time("lastStoppedAt");

    /// <summary>How long it has been in use; the unit is not documented (earlier contract: <c>useTime</c>).</summary>
    [JsonPropertyName("useTime (earlier)")]
    public decimal? UseTime => Older.Number("useTime");

    /// <summary>The tools that the service set up in it (earlier contract: <c>tools</c>). Never null.</summary>
    [JsonPropertyName("tools (earlier)")]
    public DisplayList<string> Tools => Older.Texts("tools");

    /// <summary>Size of its disk in GB (earlier contract: <c>diskSize</c>).</summary>
    [JsonPropertyName("diskSize (earlier)")]
    public decimal? DiskSize => Older.Number("diskSize");

    /// <summary>What it costs; the unit is not documented (earlier contract: <c>instancePrice</c>).</summary>
    [JsonPropertyName("instancePrice (earlier)")]
    public decimal? InstancePrice => Older.Number("instancePrice");

    /// <summary>What its local storage costs; the unit is not documented (earlier contract: <c>localStoragePrice</c>).</summary>
    [JsonPropertyName("localStoragePrice (earlier)")]
    public decimal? LocalStoragePrice => Older.Number("localStoragePrice");

    /// <summary>What its local storage costs while it is stopped; the unit is not documented (earlier contract: <c>exitedLocalStoragePrice</c>).</summary>
    [JsonPropertyName("exitedLocalStoragePrice (earlier)")]
    public decimal? ExitedLocalStoragePrice => Older.Number("exitedLocalStoragePrice");

    // The properties above have JSON names that no reply uses: a member of the name of a property without a setter would not be kept.
    private OlderMembers Older => new(UnknownMembers);
}
