namespace Novita.Tests.Fixtures;

/// <summary>A cmdlet that changes instances, with what it takes to run unattended but for the instances.</summary>
/// <param name="Script">The cmdlet with its parameters.</param>
/// <param name="From">A status that it changes instances from.</param>
/// <param name="To">The status that they have at once.</param>
/// <param name="Path">The end of the path it asks.</param>
public sealed record Change(string Script, string From, string To, string Path)
{
    private static readonly Dictionary<string, Change> s_all = new()
    {
        ["Start"] = new("Start-NovitaInstance", "exited", "toStart", "/gpu/instance/start"),
        ["Stop"] = new("Stop-NovitaInstance", "running", "toStop", "/gpu/instance/stop"),
        ["Restart"] = new("Restart-NovitaInstance", "running", "toRestart", "/gpu/instance/restart"),
        ["Remove"] = new("Remove-NovitaInstance -Confirm:$false", "running", "toRemove", "/gpu/instance/delete"),
        ["Set"] = new("Set-NovitaInstance -AddPort 9000/tcp", "running", "running", "/gpu/instance/edit"),
        ["Update"] = new("Update-NovitaInstance -ImageUrl other:2 -Confirm:$false", "running", "toReset", "/gpu/instance/upgrade"),
        ["Move"] = new("Move-NovitaInstance -Confirm:$false", "running", "migrating", "/gpu/instance/migrate"),
    };

    /// <summary>The verbs of all of them.</summary>
    public static IReadOnlyCollection<string> Names => s_all.Keys;

    /// <summary>The verbs of all of them, for a theory.</summary>
    public static TheoryData<string> Verbs { get; } = [.. s_all.Keys];

    /// <summary>The verbs of those that take a while, for a theory.</summary>
    public static TheoryData<string> Actions { get; } = [.. s_all.Keys.Except(["Set"])];

    /// <summary>Those whose verb it is.</summary>
    public static Change Of(string verb) => s_all[verb];
}
