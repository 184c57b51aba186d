using System.Management.Automation;
using System.Text.RegularExpressions;
using Novita.Client.Text;
using Novita.Sessions;

namespace Novita.Targets;

/// <summary>A resource, or the id of one: what <c>-Id</c> takes, live, from a job, from a file or as any object with an Id.</summary>
public sealed class ResourceReference
{
    private readonly Resource? _source;
    private readonly string? _sessionName;
    private readonly string? _typeName;
    private readonly bool _hasLostSession;
    private readonly bool _isWithoutId;
    private readonly PSObject? _untyped;

    /// <summary>Refers to a resource by itself; it is reached through the session it was read through.</summary>
    public ResourceReference(Resource resource)
    {
        // Of the object as PowerShell shows it: a script's test may have put the id on with Add-Member.
        _source = resource;
        _sessionName = resource.SessionName;
        Id = Text(PSObject.AsPSObject(resource), nameof(Novita.Resource.Id))?.Trim() ?? "";
        _isWithoutId = Id.Length == 0;
    }

    /// <summary>Refers to a resource by its id.</summary>
    public ResourceReference(string id) => Id = id.Trim();

    /// <summary>Refers to the resource that an object is about.</summary>
    public ResourceReference(IResourceSource source)
        : this(source.GetResource())
    {
    }

    /// <summary>
    /// Refers to the resource that an object describes. One from a job, a file or <c>Select-Object</c> has an id and perhaps the name of
    /// a session.
    /// </summary>
    public ResourceReference(PSObject value)
    {
        Id = Text(value, nameof(Novita.Resource.Id))?.Trim() ?? "";
        _isWithoutId = Id.Length == 0;
        _sessionName = Text(value, nameof(Novita.Resource.SessionName));
        _typeName = value.TypeNames.Select(name => Regex.Match(name, @"^Deserialized\.Novita\.(\w+)$"))
            .FirstOrDefault(match => match.Success)?.Groups[1].Value;
        _hasLostSession = _sessionName is null && _typeName is not null;
        _untyped = _typeName is null ? value : null;
    }

    /// <summary>The id, without white space around it; empty where there is none.</summary>
    public string Id { get; }

    private string Quoted => VisibleText.Quote(Id);

    /// <summary>The resource itself; null where only its id is known.</summary>
    internal Resource? Resource => _source?.Id?.Trim() == Id ? _source : null;

    /// <summary>The id, or that it cannot be one: a whole object as text must not be shown.</summary>
    public override string ToString() => Limits.IsId(Id) ? Id : "(not an id)";

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
            throw new NovitaException(NovitaErrorKind.NotConnected,
                $"Nothing says which session {Noun<T>.Singular} '{Quoted}' came from. Name it with -Session.");
        }

        if (_source?.Session is NovitaSession session)
        {
            return session;
        }

        return _sessionName is null ? null : SessionStore.Find(_sessionName, factory) ?? throw new NovitaException(
            NovitaErrorKind.NotConnected,
            $"The {Noun<T>.Singular} '{Quoted}' was read through a session named '{_sessionName}', which is not here. "
            + $"Connect with -Name '{_sessionName}', or name another session with -Session.");
    }

    /// <summary>Checks that this has something that can be an id, and does not refer to another noun.</summary>
    /// <param name="member">
    /// A property that an object of no known type must have to be taken for the noun; null to take any with an id.
    /// </param>
    /// <exception cref="NovitaException">It has not, or it does (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    internal void Require<T>(string? member = null)
        where T : Resource
    {
        if (_isWithoutId)
        {
            throw Limits.Invalid($"The object has no Id. Give {Noun<T>.WithArticle}, or its id.");
        }

        if (member is null)
        {
            Limits.Id($"The id of {Noun<T>.WithArticle}", Id);
        }

        if (member is not null && _untyped is { } value && value.Properties[member] is null)
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"An object that is given must be {Noun<T>.WithArticle}, but it has no {member}.");
        }

        var type = _source?.GetType() ?? (_typeName is null ? null : typeof(Resource).Assembly.GetType($"Novita.{_typeName}"));
        if (typeof(Resource).IsAssignableFrom(type) && !typeof(T).IsAssignableFrom(type))
        {
            throw new NovitaException(NovitaErrorKind.RequestInvalid,
                $"'{Quoted}' is a {type!.Name}, but this cmdlet takes {Noun<T>.WithArticle}.");
        }
    }

    private static string? Text(PSObject value, string property) =>
        value.Properties[property]?.Value is { } found && $"{found}" is { Length: > 0 } text ? text : null;
}
