using System.Management.Automation;

namespace Novita.Sessions;

/// <summary>A session or its name. The parameter <c>-Session</c> takes either.</summary>
public sealed class SessionReference
{
    private readonly NovitaSession? _session;
    private readonly string _name;

    /// <summary>Refers to a session.</summary>
    public SessionReference(NovitaSession session)
    {
        _session = session;
        _name = session.Name;
    }

    /// <summary>Refers to a session by its name, ignoring case.</summary>
    public SessionReference(string name) => _name = name;

    /// <summary>Refers by name to a session that came through a job or a file.</summary>
    public SessionReference(PSObject session)
        : this($"{session}")
    {
    }

    /// <summary>Returns the name of the session.</summary>
    public override string ToString() => _name;

    /// <summary>Returns the session; null if no session has the name.</summary>
    internal NovitaSession? Find(SessionFactory factory) => _session ?? SessionStore.Find(_name, factory);

    /// <summary>Returns the session.</summary>
    /// <exception cref="NovitaException">No session has the name (<see cref="NovitaErrorKind.NotConnected"/>).</exception>
    internal NovitaSession Resolve(SessionFactory factory) => Find(factory) ?? throw SessionStore.NotFound(_name);
}
