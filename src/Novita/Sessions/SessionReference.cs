using System.Management.Automation;

namespace Novita.Sessions;

/// <summary>A session, or the name of one: what <c>-Session</c> takes.</summary>
public sealed class SessionReference
{
    private readonly NovitaSession? _session;
    private readonly string _name;

    /// <summary>Refers to a session by itself.</summary>
    public SessionReference(NovitaSession session)
    {
        _session = session;
        _name = session.Name;
    }

    /// <summary>Refers to a session by its name, ignoring case.</summary>
    public SessionReference(string name) => _name = name;

    /// <summary>Refers, by its name, to a session that came through a job or a file.</summary>
    public SessionReference(PSObject session)
        : this($"{session}")
    {
    }

    /// <summary>The session's name.</summary>
    public override string ToString() => _name;

    /// <summary>Gives the session; null if there is no session of that name here.</summary>
    internal NovitaSession? Find(SessionFactory factory) => _session ?? SessionStore.Find(_name, factory);

    /// <summary>Gives the session.</summary>
    /// <exception cref="NovitaException">There is no session of that name here (<see cref="NovitaErrorKind.NotConnected"/>).</exception>
    internal NovitaSession Resolve(SessionFactory factory) => Find(factory) ?? throw SessionStore.NotHere(_name);
}
