using Novita.Client.Text;

namespace Novita.Formatting;

/// <summary>The computed columns that only the details of an instance have.</summary>
public static class InstanceDetailColumns
{
    /// <summary>The ports with their addresses, one on each line, such as <c>8888/http https://...</c>.</summary>
    public static Column Ports { get; } = new(instance =>
    {
        var lines =
            from port in ViewText.Elements(instance, nameof(InstanceDetail.PortMappings))
            select $"{VisibleText.Of($"{port}")} {ViewText.Of(port, nameof(PortMapping.Endpoint))}".TrimEnd();
        return string.Join(Environment.NewLine, lines);
    });

    /// <summary>The command to connect by SSH.</summary>
    public static Column Ssh { get; } = new(instance =>
        ViewText.Of(instance, nameof(InstanceDetail.ConnectComponentSSH)) is { Length: > 0 } command
            ? command
            : ViewText.Of(instance, nameof(InstanceDetail.SshCommand)));

    /// <summary>How long the data is kept after a stop.</summary>
    public static Column Keep { get; } = new(instance =>
        ViewText.Of(instance, nameof(InstanceDetail.KeepDataDay)) is { Length: > 0 } days ? $"{days} days after a stop" : "");
}
