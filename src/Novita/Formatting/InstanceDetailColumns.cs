using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The texts that the view of an instance's detail shows beyond those of an instance, as Novita.Types.ps1xml names them.</summary>
public static class InstanceDetailColumns
{
    /// <summary>The ports, a line each, with where it is reached: <c>8888/http https://...</c>.</summary>
    public static string Endpoints(PSObject instance) => string.Join(Environment.NewLine,
        from port in ViewText.Elements(instance, nameof(InstanceDetail.PortMappings))
        select $"{Port(port)} {ViewText.Of(port, nameof(PortMapping.Endpoint))}".TrimEnd());

    /// <summary>The command to connect by SSH.</summary>
    public static string Ssh(PSObject instance) =>
        ViewText.Of(instance, nameof(InstanceDetail.ConnectComponentSSH)) is { Length: > 0 } command ? command : ViewText.Of(instance, nameof(InstanceDetail.SshCommand));

    /// <summary>The address of the terminal.</summary>
    public static string Terminal(PSObject instance) => ViewText.Of(instance, nameof(InstanceDetail.ConnectComponentWebTerminal));

    /// <summary>The address of the notebook.</summary>
    public static string Jupyter(PSObject instance) => ViewText.Of(instance, nameof(InstanceDetail.ConnectComponentJupyter));

    /// <summary>The address of the log.</summary>
    public static string Log(PSObject instance) => ViewText.Of(instance, nameof(InstanceDetail.ConnectComponentLog));

    /// <summary>The VPC and the address in it.</summary>
    public static string Network(PSObject instance) => ViewText.Of(instance, nameof(InstanceDetail.Network));

    /// <summary>The jobs that run on it.</summary>
    public static string Jobs(PSObject instance) => ViewText.Of(instance, nameof(InstanceDetail.Jobs));

    /// <summary>When it was created.</summary>
    public static string Created(PSObject instance) => ViewText.Time(instance, nameof(InstanceDetail.CreatedAt));

    /// <summary>When it was last started.</summary>
    public static string Started(PSObject instance) => ViewText.Time(instance, nameof(InstanceDetail.LastStartedAt));

    /// <summary>How long the data is kept after a stop.</summary>
    public static string Keep(PSObject instance) =>
        ViewText.Of(instance, nameof(InstanceDetail.KeepDataDay)) is { Length: > 0 } days ? $"{days} days after a stop" : "";

    private static string Port(PSObject port) =>
        $"{ViewText.Of(port, nameof(PortMapping.Port))}/{ViewText.Of(port, nameof(PortMapping.Type))}".TrimEnd('/');
}
