using System.Management.Automation;
using System.Text.RegularExpressions;
using Novita.Client.Text;
using Novita.Sessions;

namespace Novita.Targets;

/// <summary>A resource, or the id of one: what <c>-Id</c> takes, live, from a job, from a file or as any object with an Id.</summary>
public sealed class ResourceReference
{
    private readonly string? _sessionName;
    private readonly string? _typeName;
    private readonly bool _hasLostSession;
    private readonly PSObject? _untyped;

    /// <summary>Refers to a resource by itself; it is reached through the session it was read through.</summary>
    public ResourceReference(Resource resource)
    {
        Resource = resource;
        _sessionName = resource.SessionName;
        Id = resource.Id;
    }

    /// <summary>Refers to a resource by its id.</summary>
    public ResourceReference(string id) => Id = id;

    /// <summary>Refers to the resource that an object is about.</summary>
    public ResourceReference(IResourceSource source)
        : this(source.GetResource())
    {
    }

    /// <summary>Refers to the resource that an object describes. One from a job, a file or <c>Select-Object</c> has an id and perhaps the name of a session.</summary>
    /// <exception cref="NovitaException">The object has no id (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public ResourceReference(PSObject value)
    {
        Id = Text(value, nameof(Novita.Resource.Id)) ?? throw new NovitaException(NovitaErrorKind.RequestInvalid, "The object has no Id.");
        _sessionName = Text(value, nameof(Novita.Resource.SessionName));
        _typeName = value.TypeNames.Select(name => Regex.Match(name, @"^Deserialized\.Novita\.(\w+)$")).FirstOrDefault(match => match.Success)?.Groups[1].Value;
        _hasLostSession = _sessionName is null && _typeName is not null;
        _untyped = _typeName is null ? value : null;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    private string Quoted => VisibleText.Shorten(Id, 60);

    /// <summary>The resource itself; null where only its id is known.</summary>
    internal Resource? Resource { get; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>Finds the session it was read through; null for an id, which may belong to any.</summary>
    /// <typeparam name="T">The noun that is wanted.</typeparam>
    /// <exception cref="NovitaException">
    /// The session is not here, or the object came through a job or a file and does not say which session it was
    /// (<see cref="NovitaErrorKind.NotConnected"/>).
    /// </exception>
    internal NovitaSession? FindSession<T>(SessionFactory factory)
        where T : Resource
    {
        if (_hasLostSession)
        {
            throw new NovitaException(NovitaErrorKind.NotConnected, $"Nothing says which session {Noun<T>.Singular} '{Quoted}' came from. Name it with -Session.");
        }

        if (Resource?.Session is NovitaSession session)
        {
            return session;
        }

        return _sessionName is null ? null : SessionStore.Find(_sessionName, factory) ?? throw new NovitaException(
            NovitaErrorKind.NotConnected,
            $"The {Noun<T>.Singular} '{Quoted}' was read through a session named '{_sessionName}', which is not here. "
            + $"Connect with -Name '{_sessionName}', or name another session with -Session.");
    }

    /// <summary>Checks that this does not refer to another noun.</summary>
    /// <param name="member">A property that an object of no known type must have; null to take any with an id.</param>
    /// <exception cref="NovitaException">It does (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    internal void Require<T>(string? member = null)
        where T : Resource
    {
        if (member is not null && _untyped is { } value && value.Properties[member] is null)
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"An object that is given must be {Noun<T>.WithArticle}, but it has no {member}.");
        }

        var type = Resource?.GetType() ?? (_typeName is null ? null : typeof(Resource).Assembly.GetType($"Novita.{_typeName}"));
        if (typeof(Resource).IsAssignableFrom(type) && !typeof(T).IsAssignableFrom(type))
        {
            throw new NovitaException(NovitaErrorKind.RequestInvalid, $"'{Quoted}' is a {type!.Name}, but this cmdlet takes {Noun<T>.WithArticle}.");
        }
    }

    private static string? Text(PSObject value, string property) =>
        value.Properties[property]?.Value is { } found && $"{found}" is { Length: > 0 } text ? text : null;
}
