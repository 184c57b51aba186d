namespace Novita.Sessions;

/// <summary>The sessions of one runspace.</summary>
internal sealed class RunspaceSessions
{
    /// <summary>The sessions, the latest last.</summary>
    public List<NovitaSession> Sessions { get; } = [];

    /// <summary>The name in the latest Connect-Novita, if it failed; null otherwise.</summary>
    public string? FailedConnect { get; set; }
}
