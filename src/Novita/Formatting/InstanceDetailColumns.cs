using Novita.Client.Text;

namespace Novita.Formatting;

/// <summary>What the view of an instance's detail shows beyond the columns of an instance, as Novita.Format.ps1xml names it.</summary>
public static class InstanceDetailColumns
{
    /// <summary>The ports, a line each, with where it is reached: <c>8888/http https://...</c>.</summary>
    public static Column Endpoints { get; } = new(instance => string.Join(Environment.NewLine,
        from port in ViewText.Elements(instance, nameof(InstanceDetail.PortMappings))
        select $"{VisibleText.Of($"{port}")} {ViewText.Of(port, nameof(PortMapping.Endpoint))}".TrimEnd()));

    /// <summary>The command to connect by SSH.</summary>
    public static Column Ssh { get; } = new(instance =>
        ViewText.Of(instance, nameof(InstanceDetail.ConnectComponentSSH)) is { Length: > 0 } command ? command : ViewText.Of(instance, nameof(InstanceDetail.SshCommand)));

    /// <summary>The address of the terminal.</summary>
    public static Column Terminal { get; } = new(nameof(InstanceDetail.ConnectComponentWebTerminal));

    /// <summary>The address of the notebook.</summary>
    public static Column Jupyter { get; } = new(nameof(InstanceDetail.ConnectComponentJupyter));

    /// <summary>The address of the log.</summary>
    public static Column Log { get; } = new(nameof(InstanceDetail.ConnectComponentLog));

    /// <summary>The VPC and the address in it.</summary>
    public static Column Network { get; } = new(nameof(InstanceDetail.Network));

    /// <summary>The jobs that run on it.</summary>
    public static Column Jobs { get; } = new(nameof(InstanceDetail.Jobs));

    /// <summary>When it was created.</summary>
    public static Column Created { get; } = new(instance => ViewText.Time(instance, nameof(InstanceDetail.CreatedAt)));

    /// <summary>When it was last started.</summary>
    public static Column Started { get; } = new(instance => ViewText.Time(instance, nameof(InstanceDetail.LastStartedAt)));

    /// <summary>How long the data is kept after a stop.</summary>
    public static Column Keep { get; } = new(instance =>
        ViewText.Of(instance, nameof(InstanceDetail.KeepDataDay)) is { Length: > 0 } days ? $"{days} days after a stop" : "");
}
