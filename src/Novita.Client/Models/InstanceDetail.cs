using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>One instance as the service's get call has it: the members of the list, and data to connect.</summary>
/// <remarks>
/// Connection data changes with every start: read the instance again after a start. The members from <see cref="SshCommand"/> on are no
/// longer documented; they are null where the service no longer sends them.
/// </remarks>
public sealed class InstanceDetail : Instance
{
    private string? _sshCommand;

    /// <summary>The instance's id (contract: <c>id</c>). Never empty.</summary>
    /// <remarks>Declared again, like <see cref="Name"/>, so that both come first in a report.</remarks>
    public override string Id { get; set; } = "";

    /// <summary>The instance's name; not unique (contract: <c>name</c>). Up to 255 characters.</summary>
    public override string Name { get; set; } = "";

    /// <summary>The instance's VPC; null without a VPC (contract: <c>network</c>).</summary>
    public InstanceNetwork? Network { get; set => field = value is { IsEmpty: true } ? null : value; }

    /// <summary>The limits of the instance's node (contract: <c>node</c>). Never null.</summary>
    public DisplayList<InstanceNode> Node { get => field ??= []; set; }

    /// <summary>The jobs that run on the instance (contract: <c>jobs</c>). Never null.</summary>
    public DisplayList<InstanceJob> Jobs { get => field ??= []; set; }

    /// <summary>How to connect by SSH (contract: <c>connectComponentSSH</c>).</summary>
    public SshConnection? ConnectComponentSSH { get; set; }

    /// <summary>How to connect by a terminal in the browser (contract: <c>connectComponentWebTerminal</c>).</summary>
    public WebTerminalConnection? ConnectComponentWebTerminal { get; set; }

    /// <summary>How to connect to the Jupyter notebook (contract: <c>connectComponentJupyter</c>).</summary>
    public JupyterConnection? ConnectComponentJupyter { get; set; }

    /// <summary>The addresses of the logs (contract: <c>connectComponentLog</c>).</summary>
    public LogConnection? ConnectComponentLog { get; set; }

    /// <summary>Free storage in GB (contract: <c>freeStorageSize</c>).</summary>
    public int? FreeStorageSize { get; set; }

    /// <summary>Days for which the data is kept after a stop (contract: <c>keepDataDay</c>).</summary>
    public int? KeepDataDay { get; set; }

    /// <summary>
    /// The command to connect by SSH, with secrets masked (earlier contract: <c>sshCommand</c>). <see cref="RevealSshCommand"/> returns the
    /// command unmasked.
    /// </summary>
    public string? SshCommand { get; set; }

    /// <summary>The password for SSH (earlier contract: <c>sshPassword</c>).</summary>
    public Secret? SshPassword { get; set; }

    /// <summary>The time of creation, in local time (earlier contract: <c>createdAt</c>).</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The time of the last start, in local time (earlier contract: <c>lastStartedAt</c>).</summary>
    public DateTime? LastStartedAt { get; set; }

    /// <summary>The time of the last stop, in local time (earlier contract: <c>lastStoppedAt</c>).</summary>
    public DateTime? LastStoppedAt { get; set; }

    /// <summary>
    /// The time at which the data is deleted if the instance stays stopped, in local time; for a running instance, the time for a stop now
    /// (earlier contract: <c>releaseDataAt</c>).
    /// </summary>
    public DateTime? ReleaseDataAt { get; set; }

    /// <summary>The time in use; the unit is not documented (earlier contract: <c>useTime</c>).</summary>
    public decimal? UseTime { get; set; }

    /// <summary>The tools that the service set up in the instance (earlier contract: <c>tools</c>). Never null.</summary>
    public DisplayList<string> Tools { get => field ??= []; set; }

    /// <summary>Size of the disk in GB (earlier contract: <c>diskSize</c>).</summary>
    public decimal? DiskSize { get; set; }

    /// <summary>The price of the instance; the unit is not documented (earlier contract: <c>instancePrice</c>).</summary>
    public decimal? InstancePrice { get; set; }

    /// <summary>The price of the local storage; the unit is not documented (earlier contract: <c>localStoragePrice</c>).</summary>
    public decimal? LocalStoragePrice { get; set; }

    /// <summary>
    /// The price of the local storage of a stopped instance; the unit is not documented
    /// (earlier contract: <c>exitedLocalStoragePrice</c>).
    /// </summary>
    public decimal? ExitedLocalStoragePrice { get; set; }

    /// <summary>How the object is read from JSON.</summary>
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

    /// <summary>Returns <see cref="SshCommand"/> unmasked. Keep the command out of logs.</summary>
    public string? RevealSshCommand() => _sshCommand ?? SshCommand;

    /// <inheritdoc/>
    internal override void MaskSecrets()
    {
        var mask = new SecretMask(Secrets);
        SshCommand = mask.MaskCommand(_sshCommand);
        ConnectComponentSSH?.Mask(mask);
        ConnectComponentWebTerminal?.Mask(mask);
        ConnectComponentJupyter?.Mask(mask);
        ConnectComponentLog?.Mask(mask);
    }
}
