using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Novita.Client.Text;

namespace Novita.Sessions;

/// <summary>
/// The sessions of this process. Thread-safe. Each runspace has sessions of its own. Runspaces without sessions inherit the latest session
/// of the runspace that connected first, so that the workers of <c>ForEach-Object -Parallel</c> are connected from the start.
/// </summary>
internal static class SessionStore
{
    private static readonly object s_lock = new();
    private static readonly ConditionalWeakTable<Runspace, RunspaceSessions> s_sessions = new();
    private static WeakReference<Runspace>? s_shared;

    /// <summary>The sessions of this runspace, the latest last.</summary>
    public static IReadOnlyList<NovitaSession> Own
    {
        get
        {
            lock (s_lock)
            {
                return [.. ThisRunspace.Sessions];
            }
        }
    }

    /// <summary>The existing sessions that this runspace can name: its own and the inherited one.</summary>
    public static IReadOnlyList<NovitaSession> Visible
    {
        get
        {
            lock (s_lock)
            {
                var own = ThisRunspace.Sessions;
                return Inherited is { } inherited && !own.Contains(inherited) ? [.. own, inherited] : [.. own];
            }
        }
    }

    // A pipeline always has a runspace, but .NET code may call this class without one.
    private static RunspaceSessions ThisRunspace =>
        Runspace.DefaultRunspace is { } runspace ? s_sessions.GetOrCreateValue(runspace) : new RunspaceSessions();

    /// <summary>
    /// The sessions of the runspace that connected first; null if that runspace is closed, because its sessions ended with it.
    /// </summary>
    private static RunspaceSessions? SharedRunspace =>
        s_shared is not null && s_shared.TryGetTarget(out var runspace)
            && runspace.RunspaceStateInfo.State is not (RunspaceState.Closed or RunspaceState.Closing or RunspaceState.Broken)
            && s_sessions.TryGetValue(runspace, out var sessions)
            ? sessions
            : null;

    private static NovitaSession? Inherited => SharedRunspace?.Sessions.LastOrDefault();

    /// <summary>
    /// The session name of the latest Connect-Novita if that failed, in this runspace or in the one whose session it would inherit.
    /// </summary>
    private static string? FailedConnect =>
        ThisRunspace.FailedConnect ?? (ThisRunspace.Sessions.Count == 0 ? SharedRunspace?.FailedConnect : null);

    /// <summary>Returns the session for cmdlets without <c>-Session</c>. Creates the session of the environment if necessary.</summary>
    /// <exception cref="NovitaException">There is no session, or the latest connect failed.</exception>
    public static NovitaSession Current(SessionFactory factory)
    {
        lock (s_lock)
        {
            if (FailedConnect is { } name)
            {
                throw new NovitaException(
                    NovitaErrorKind.NotConnected,
                    $"The latest Connect-Novita, with the name '{VisibleText.Quote(name)}', failed, so no session is current: "
                    + "cmdlets do not fall back to another account.")
                {
                    Advice = "Run Connect-Novita again, name a session with -Session, or run Disconnect-Novita to return to the "
                        + "previous session. Get-NovitaSession shows the existing sessions.",
                };
            }

            return ExistingCurrent
                ?? EnvironmentSession.Get(factory)
                ?? throw new NovitaException(
                    NovitaErrorKind.NotConnected, "There is no session with Novita here, and $env:NOVITA_API_KEY is not set.");
        }
    }

    /// <summary>The session for cmdlets without <c>-Session</c>, if it exists already; null otherwise.</summary>
    public static NovitaSession? ExistingCurrent
    {
        get
        {
            lock (s_lock)
            {
                return FailedConnect is null ? ThisRunspace.Sessions.LastOrDefault() ?? Inherited ?? EnvironmentSession.Existing : null;
            }
        }
    }

    /// <summary>Returns an existing session by its name, ignoring case; null if there is none.</summary>
    public static NovitaSession? FindExisting(string name) =>
        Visible.FirstOrDefault(session => string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (IsEnvironment(name) ? EnvironmentSession.Existing : null);

    /// <summary>
    /// Returns a session by its name, ignoring case; null if there is none. Creates the session of the environment if necessary.
    /// </summary>
    /// <exception cref="NovitaException">The endpoint of the environment cannot be used.</exception>
    public static NovitaSession? Find(string name, SessionFactory factory) =>
        FindExisting(name) ?? (IsEnvironment(name) ? EnvironmentSession.Get(factory) : null);

    /// <summary>Returns the error for a name that <see cref="Find"/> does not find.</summary>
    public static NovitaException NotFound(string name) =>
        new(NovitaErrorKind.NotConnected, $"There is no session named '{VisibleText.Quote(name)}' here.");

    /// <summary>Makes <paramref name="session"/> the latest of this runspace. A session of the same name is replaced.</summary>
    public static void Add(NovitaSession session)
    {
        lock (s_lock)
        {
            var own = ThisRunspace.Sessions;
            own.RemoveAll(other => string.Equals(other.Name, session.Name, StringComparison.OrdinalIgnoreCase));
            own.Add(session);
            ThisRunspace.FailedConnect = null;
            if (Inherited is null)
            {
                s_shared = new WeakReference<Runspace>(Runspace.DefaultRunspace);
            }
        }
    }

    /// <summary>Records a failed connect: no session is current here until a connect succeeds or Disconnect-Novita runs.</summary>
    /// <param name="name">The name of the session that was not created.</param>
    public static void NoteFailedConnect(string name)
    {
        lock (s_lock)
        {
            ThisRunspace.FailedConnect = name;
        }
    }

    /// <summary>Removes the record of a failed connect, and returns whether this runspace had one.</summary>
    public static bool ForgetFailedConnect()
    {
        lock (s_lock)
        {
            var hadFailed = ThisRunspace.FailedConnect is not null;
            ThisRunspace.FailedConnect = null;
            return hadFailed;
        }
    }

    /// <summary>
    /// Removes a session from this runspace; returns false if the session belongs to another runspace or to the environment.
    /// </summary>
    public static bool Remove(NovitaSession session)
    {
        lock (s_lock)
        {
            return ThisRunspace.Sessions.Remove(session);
        }
    }

    private static bool IsEnvironment(string name) => string.Equals(name, EnvironmentSession.Name, StringComparison.OrdinalIgnoreCase);
}
