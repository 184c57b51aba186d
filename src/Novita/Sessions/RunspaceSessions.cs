namespace Novita.Sessions;

/// <summary>The sessions of one runspace.</summary>
internal sealed class RunspaceSessions
{
    /// <summary>The sessions, the latest last.</summary>
    public List<NovitaSession> Sessions { get; } = [];

    /// <summary>The session name of the latest Connect-Novita if that failed; null otherwise.</summary>
    public string? FailedConnect { get; set; }
}
