using Novita.Sessions;

namespace Novita.Completers;

/// <summary>Puts the instances that a command can do something with first, and those that are gone last.</summary>
internal static class InstanceOrder
{
    public static IEnumerable<SeenInstance> Of(CommandLine line)
    {
        var wanted = line.IsOf("Start-NovitaInstance") ? InstanceStatus.Exited : line.IsOf("Stop-NovitaInstance") || line.IsOf("Restart-NovitaInstance") ? InstanceStatus.Running : null;
        return line.Instances().OrderBy(instance => instance.Status == wanted ? 0 : instance.Status == InstanceStatus.Removed ? 2 : 1);
    }
}
