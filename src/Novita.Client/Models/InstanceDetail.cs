using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>One instance as the service's get call shows it: what the list has, and how to connect to it.</summary>
/// <remarks>
/// Connection data changes with every start: read it again after one. The members from <see cref="SshCommand"/> on left the
/// service's documentation; they are null where it no longer sends them.
/// </remarks>
public sealed class InstanceDetail : Instance
{
    private string? _sshCommand;

    /// <summary>The instance's id (contract: <c>id</c>). Never empty.</summary>
    /// <remarks>Declared again, as <see cref="Name"/> is, so that both come first in a report.</remarks>
    public override string Id { get; set; } = "";

    /// <summary>The name its owner gave it; not unique (contract: <c>name</c>). Up to 255 characters.</summary>
    public override string Name { get; set; } = "";

    /// <summary>The VPC it is in; null when it is in none (contract: <c>network</c>).</summary>
    public InstanceNetwork? Network { get; set => field = value is { IsEmpty: true } ? null : value; }

    /// <summary>What the node it runs on can give (contract: <c>node</c>). Never null.</summary>
    public DisplayList<InstanceNode> Node { get => field ??= []; set; }

    /// <summary>The jobs that run on it (contract: <c>jobs</c>). Never null.</summary>
    public DisplayList<InstanceJob> Jobs { get => field ??= []; set; }

    /// <summary>How to connect by SSH (contract: <c>connectComponentSSH</c>).</summary>
    public SshConnection? ConnectComponentSSH { get; set; }

    /// <summary>How to connect by a terminal in the browser (contract: <c>connectComponentWebTerminal</c>).</summary>
    public WebTerminalConnection? ConnectComponentWebTerminal { get; set; }

    /// <summary>How to connect to the Jupyter notebook (contract: <c>connectComponentJupyter</c>).</summary>
    public JupyterConnection? ConnectComponentJupyter { get; set; }

    /// <summary>Where its logs are (contract: <c>connectComponentLog</c>).</summary>
    public LogConnection? ConnectComponentLog { get; set; }

    /// <summary>Free storage in GB (contract: <c>freeStorageSize</c>).</summary>
    public int? FreeStorageSize { get; set; }

    /// <summary>Days that the data is kept after it was stopped (contract: <c>keepDataDay</c>).</summary>
    public int? KeepDataDay { get; set; }

    /// <summary>
    /// How to connect by SSH, secrets in it masked (earlier contract: <c>sshCommand</c>). <see cref="RevealSshCommand"/> gives it whole.
    /// </summary>
    public string? SshCommand { get; set; }

    /// <summary>The password for it (earlier contract: <c>sshPassword</c>).</summary>
    public Secret? SshPassword { get; set; }

    /// <summary>When it was created, in local time (earlier contract: <c>createdAt</c>).</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When it was last started, in local time (earlier contract: <c>lastStartedAt</c>).</summary>
    public DateTime? LastStartedAt { get; set; }

    /// <summary>When it was last stopped, in local time (earlier contract: <c>lastStoppedAt</c>).</summary>
    public DateTime? LastStoppedAt { get; set; }

    /// <summary>
    /// When its data is deleted, in local time, if it stays stopped; before a stop, when that would be if it was stopped now
    /// (earlier contract: <c>releaseDataAt</c>).
    /// </summary>
    public DateTime? ReleaseDataAt { get; set; }

    /// <summary>How long it has been in use; the unit is not documented (earlier contract: <c>useTime</c>).</summary>
    public decimal? UseTime { get; set; }

    /// <summary>The tools that the service set up in it (earlier contract: <c>tools</c>). Never null.</summary>
    public DisplayList<string> Tools { get => field ??= []; set; }

    /// <summary>Size of its disk in GB (earlier contract: <c>diskSize</c>).</summary>
    public decimal? DiskSize { get; set; }

    /// <summary>What it costs; the unit is not documented (earlier contract: <c>instancePrice</c>).</summary>
    public decimal? InstancePrice { get; set; }

    /// <summary>What its local storage costs; the unit is not documented (earlier contract: <c>localStoragePrice</c>).</summary>
    public decimal? LocalStoragePrice { get; set; }

    /// <summary>
    /// What its local storage costs while it is stopped; the unit is not documented (earlier contract: <c>exitedLocalStoragePrice</c>).
    /// </summary>
    public decimal? ExitedLocalStoragePrice { get; set; }

    /// <summary>How it is read.</summary>
    internal static Shape<InstanceDetail> DetailShape { get; } = Shape.Extend<InstanceDetail>(() => new())
        .Add("network", (instance, ref reader) => instance.Network = InstanceNetwork.Shape.Read(ref reader))
        .Add("node", (instance, ref reader) => instance.Node = InstanceNode.Shape.ReadOneOrMore(ref reader))
        .Add("jobs", (instance, ref reader) => instance.Jobs = InstanceJob.Shape.ReadDisplayList(ref reader))
        .Add("connectComponentSSH", (instance, ref reader) => instance.ConnectComponentSSH = SshConnection.Shape.Read(ref reader))
        .Add("connectComponentWebTerminal", (instance, ref reader) =>
            instance.ConnectComponentWebTerminal = WebTerminalConnection.Shape.Read(ref reader))
        .Add("connectComponentJupyter", (instance, ref reader) =>
            instance.ConnectComponentJupyter = JupyterConnection.Shape.Read(ref reader))
        .Add("connectComponentLog", (instance, ref reader) => instance.ConnectComponentLog = LogConnection.Shape.Read(ref reader))
        .Add("freeStorageSize", (instance, ref reader) => instance.FreeStorageSize = JsonInt32.Read(ref reader))
        .Add("keepDataDay", (instance, ref reader) => instance.KeepDataDay = JsonInt32.Read(ref reader))
        .Add("sshCommand", (instance, ref reader) => instance._sshCommand = JsonString.ReadNonEmpty(ref reader))
        .Add("sshPassword", (instance, ref reader) => instance.SshPassword = JsonSecret.Read(ref reader))
        .Add("createdAt", (instance, ref reader) => instance.CreatedAt = JsonTime.Read(ref reader))
        .Add("lastStartedAt", (instance, ref reader) => instance.LastStartedAt = JsonTime.Read(ref reader))
        .Add("lastStoppedAt", (instance, ref reader) => instance.LastStoppedAt = JsonTime.Read(ref reader))
        .Add("releaseDataAt", (instance, ref reader) => instance.ReleaseDataAt = JsonTime.Read(ref reader))
        .Add("useTime", (instance, ref reader) => instance.UseTime = JsonDecimal.Read(ref reader))
        .Add("tools", (instance, ref reader) => instance.Tools = JsonString.ReadListOrSkip(ref reader))
        .Add("diskSize", (instance, ref reader) => instance.DiskSize = JsonDecimal.Read(ref reader))
        .Add("instancePrice", (instance, ref reader) => instance.InstancePrice = JsonDecimal.Read(ref reader))
        .Add("localStoragePrice", (instance, ref reader) => instance.LocalStoragePrice = JsonDecimal.Read(ref reader))
        .Add("exitedLocalStoragePrice", (instance, ref reader) => instance.ExitedLocalStoragePrice = JsonDecimal.Read(ref reader));

    private protected override IEnumerable<Secret?> Passwords =>
        [SshPassword, ConnectComponentSSH?.Password, ConnectComponentWebTerminal?.Password];

    /// <summary>Gives <see cref="SshCommand"/> with everything in it. Keep it out of logs.</summary>
    public string? RevealSshCommand() => _sshCommand ?? SshCommand;

    /// <inheritdoc/>
    internal override void MaskSecrets()
    {
        var mask = new SecretMask(Secrets);
        SshCommand = mask.ApplyToCommand(_sshCommand);
        ConnectComponentSSH?.Mask(mask);
        ConnectComponentWebTerminal?.Mask(mask);
        ConnectComponentJupyter?.Mask(mask);
        ConnectComponentLog?.Mask(mask);
    }
}
