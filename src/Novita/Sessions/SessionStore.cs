using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Novita.Client.Text;

namespace Novita.Sessions;

/// <summary>
/// The sessions of this process. Each runspace has its own sessions. The latest session of the runspace that connected first is the process
/// default, for runspaces without sessions, so that the workers of <c>ForEach-Object -Parallel</c> are connected from the start.
/// </summary>
internal static class SessionStore
{
    private static readonly object s_lock = new();
    private static readonly ConditionalWeakTable<Runspace, RunspaceSessions> s_sessions = new();
    private static WeakReference<Runspace>? s_defaultRunspace;

    /// <summary>This runspace's own sessions, the latest last.</summary>
    public static IReadOnlyList<NovitaSession> OfRunspace
    {
        get
        {
            lock (s_lock)
            {
                return [.. OwnList];
            }
        }
    }

    /// <summary>The sessions that can be named here: this runspace's sessions and the process default.</summary>
    public static IReadOnlyList<NovitaSession> Visible
    {
        get
        {
            lock (s_lock)
            {
                var own = OwnList;
                return ProcessDefault is { } session && !own.Contains(session) ? [.. own, session] : [.. own];
            }
        }
    }

    private static List<NovitaSession> OwnList => Mine.Sessions;

    // A pipeline always has a runspace; a static method called from plain .NET code may not.
    private static RunspaceSessions Mine =>
        Runspace.DefaultRunspace is { } runspace ? s_sessions.GetOrCreateValue(runspace) : new RunspaceSessions();

    private static RunspaceSessions? DefaultSessions =>
        ProcessDefaultRunspace is { } runspace && s_sessions.TryGetValue(runspace, out var sessions) ? sessions : null;

    private static NovitaSession? ProcessDefault => DefaultSessions?.Sessions.LastOrDefault();

    /// <summary>
    /// The name in the latest Connect-Novita, if that failed in this runspace, or in the runspace of the process default.
    /// </summary>
    private static string? FailedConnect =>
        Mine.FailedConnect ?? (OwnList.Count == 0 ? DefaultSessions?.FailedConnect : null);

    /// <summary>The runspace of the process default; null after it was closed, because its sessions ended.</summary>
    private static Runspace? ProcessDefaultRunspace =>
        s_defaultRunspace is not null && s_defaultRunspace.TryGetTarget(out var runspace)
            && runspace.RunspaceStateInfo.State is not (RunspaceState.Closed or RunspaceState.Closing or RunspaceState.Broken)
            ? runspace
            : null;

    /// <summary>The session to work through when none is named.</summary>
    /// <exception cref="NovitaException">There is none.</exception>
    public static NovitaSession Current(SessionFactory factory)
    {
        lock (s_lock)
        {
            if (FailedConnect is { } name)
            {
                throw new NovitaException(
                    NovitaErrorKind.NotConnected,
                    $"The latest Connect-Novita, with the name '{VisibleText.Quote(name)}', failed, "
                        + "so no session is current: what follows must not act on another account.")
                {
                    Advice = "Run Connect-Novita again, name a session with -Session, or run Disconnect-Novita to go back to the "
                        + "session before. Get-NovitaSession shows the sessions there are.",
                };
            }

            return ExistingCurrent ?? EnvironmentSession.Get(factory)
                ?? throw new NovitaException(NovitaErrorKind.NotConnected,
                    "There is no session with Novita here, and $env:NOVITA_API_KEY is not set.");
        }
    }

    /// <summary>The current session; null where that does not exist yet.</summary>
    public static NovitaSession? ExistingCurrent
    {
        get
        {
            lock (s_lock)
            {
                return FailedConnect is not null ? null : OwnList.LastOrDefault() ?? ProcessDefault ?? EnvironmentSession.Existing;
            }
        }
    }

    /// <summary>Finds an existing session by its name, ignoring case; returns null where there is no such session yet.</summary>
    public static NovitaSession? FindExisting(string name) =>
        Visible.FirstOrDefault(session => string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (IsEnvironment(name) ? EnvironmentSession.Existing : null);

    /// <summary>Finds a session by its name, ignoring case; null where there is none of that name.</summary>
    /// <exception cref="NovitaException">It is the environment's, whose endpoint cannot be used.</exception>
    public static NovitaSession? Find(string name, SessionFactory factory) =>
        FindExisting(name) ?? (IsEnvironment(name) ? EnvironmentSession.Get(factory) : null);

    /// <summary>What is wrong where <see cref="Find"/> finds nothing.</summary>
    public static NovitaException NotHere(string name) => new(NovitaErrorKind.NotConnected, $"There is no session named '{name}' here.");

    /// <summary>Makes <paramref name="session"/> this runspace's latest, in place of one of the same name.</summary>
    public static void Add(NovitaSession session)
    {
        lock (s_lock)
        {
            var own = OwnList;
            own.RemoveAll(other => string.Equals(other.Name, session.Name, StringComparison.OrdinalIgnoreCase));
            own.Add(session);
            Mine.FailedConnect = null;
            if (ProcessDefault is null)
            {
                s_defaultRunspace = new WeakReference<Runspace>(Runspace.DefaultRunspace);
            }
        }
    }

    /// <summary>Notes that a connect failed: until the next that succeeds, or a disconnect, no session is current here.</summary>
    /// <param name="name">The name that the session was to have.</param>
    public static void NoteFailedConnect(string name)
    {
        lock (s_lock)
        {
            Mine.FailedConnect = name;
        }
    }

    /// <summary>Ends the state after a connect that failed, and tells whether this runspace was in it.</summary>
    public static bool ForgetFailedConnect()
    {
        lock (s_lock)
        {
            var hadFailed = Mine.FailedConnect is not null;
            Mine.FailedConnect = null;
            return hadFailed;
        }
    }

    /// <summary>Takes a session from this runspace, and tells whether it was this runspace's.</summary>
    public static bool Remove(NovitaSession session)
    {
        lock (s_lock)
        {
            return OwnList.Remove(session);
        }
    }

    private static bool IsEnvironment(string name) => string.Equals(name, EnvironmentSession.Name, StringComparison.OrdinalIgnoreCase);
}
