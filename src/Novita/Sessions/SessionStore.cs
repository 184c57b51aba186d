using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Novita.Client.Text;

namespace Novita.Sessions;

/// <summary>
/// The sessions of this process. Each runspace has its own; the runspace that connected first also lends its latest to
/// runspaces that have none, so that the workers of <c>ForEach-Object -Parallel</c> are connected from the start.
/// </summary>
internal static class SessionStore
{
    private static readonly object s_lock = new();
    private static readonly ConditionalWeakTable<Runspace, RunspaceSessions> s_sessions = new();
    private static WeakReference<Runspace>? s_lender;

    /// <summary>This runspace's own sessions, the latest last.</summary>
    public static IReadOnlyList<NovitaSession> Own
    {
        get
        {
            lock (s_lock)
            {
                return [.. OwnList];
            }
        }
    }

    /// <summary>The sessions that were made and can be named here: this runspace's own and the one that is lent to it.</summary>
    public static IReadOnlyList<NovitaSession> Visible
    {
        get
        {
            lock (s_lock)
            {
                var own = OwnList;
                return Lent is { } lent && !own.Contains(lent) ? [.. own, lent] : [.. own];
            }
        }
    }

    private static List<NovitaSession> OwnList => Mine.Sessions;

    // A pipeline always has a runspace; a static method called from plain .NET code may not.
    private static RunspaceSessions Mine =>
        Runspace.DefaultRunspace is { } runspace ? s_sessions.GetOrCreateValue(runspace) : new RunspaceSessions();

    private static RunspaceSessions? Lenders => Lender is { } lender && s_sessions.TryGetValue(lender, out var sessions) ? sessions : null;

    private static NovitaSession? Lent => Lenders?.Sessions.LastOrDefault();

    /// <summary>
    /// The name in the latest Connect-Novita, if it failed: here, or where this runspace's current session would be lent from.
    /// </summary>
    private static string? FailedConnect => Mine.FailedConnect ?? (OwnList.Count == 0 ? Lenders?.FailedConnect : null);

    /// <summary>The runspace that lends; none when it is closed, for its sessions ended with it.</summary>
    private static Runspace? Lender =>
        s_lender is not null && s_lender.TryGetTarget(out var runspace)
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
                    $"The latest Connect-Novita, with the name '{VisibleText.Quote(name)}', failed, so no session is current: what "
                        + $"follows must not act on another account.")
                {
                    Advice = "Run Connect-Novita again, name a session with -Session, or run Disconnect-Novita to go back to the "
                        + "session before. Get-NovitaSession shows the sessions there are.",
                };
            }

            return CurrentMade ?? EnvironmentSession.Get(factory)
                ?? throw new NovitaException(NovitaErrorKind.NotConnected,
                    "There is no session with Novita here, and $env:NOVITA_API_KEY is not set.");
        }
    }

    /// <summary>The session to work through when none is named, if it was made already; null otherwise.</summary>
    public static NovitaSession? CurrentMade
    {
        get
        {
            lock (s_lock)
            {
                return FailedConnect is not null ? null : OwnList.LastOrDefault() ?? Lent ?? EnvironmentSession.Made;
            }
        }
    }

    /// <summary>Finds a session by its name, ignoring case, if it was made already; null otherwise.</summary>
    public static NovitaSession? FindMade(string name) =>
        Visible.FirstOrDefault(session => string.Equals(session.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (IsEnvironment(name) ? EnvironmentSession.Made : null);

    /// <summary>Finds a session by its name, ignoring case; null where there is none of that name.</summary>
    /// <exception cref="NovitaException">It is the environment's, whose endpoint cannot be used.</exception>
    public static NovitaSession? Find(string name, SessionFactory factory) =>
        FindMade(name) ?? (IsEnvironment(name) ? EnvironmentSession.Get(factory) : null);

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
            if (Lent is null)
            {
                s_lender = new WeakReference<Runspace>(Runspace.DefaultRunspace);
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
