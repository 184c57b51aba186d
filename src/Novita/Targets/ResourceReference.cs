using System.Management.Automation;
using System.Text.RegularExpressions;
using Novita.Client.Text;
using Novita.Sessions;

namespace Novita.Targets;

/// <summary>A resource or its id. The parameter <c>-Id</c> takes resources, texts, and any object with an Id.</summary>
public sealed class ResourceReference
{
    private readonly Resource? _source;
    private readonly string? _sessionName;
    private readonly string? _typeName;
    private readonly bool _hasLostSession;
    private readonly bool _isWithoutId;
    private readonly PSObject? _untyped;

    /// <summary>Refers to a resource, and to the session that it was read through.</summary>
    public ResourceReference(Resource resource)
    {
        // Read the property through PowerShell, because a test script may have added the id with Add-Member.
        _source = resource;
        _sessionName = resource.SessionName;
        Id = Text(PSObject.AsPSObject(resource), nameof(Novita.Resource.Id))?.Trim() ?? "";
        _isWithoutId = Id.Length == 0;
    }

    /// <summary>Refers to a resource by its id.</summary>
    public ResourceReference(string id) => Id = id.Trim();

    /// <summary>Refers to the resource of an object, such as the instance of a deadline.</summary>
    public ResourceReference(IResourceSource source)
        : this(source.GetResource())
    {
    }

    /// <summary>
    /// Refers to the resource that an object describes. An object of a job, a file or <c>Select-Object</c> has an id, and may have the name
    /// of a session.
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

    /// <summary>The trimmed id; empty if the object has no id.</summary>
    public string Id { get; }

    private string Quoted => VisibleText.Quote(Id);

    /// <summary>The resource; null if only its id is known.</summary>
    internal Resource? Resource => _source?.Id?.Trim() == Id ? _source : null;

    /// <summary>Returns the id. A text that cannot be an id is not returned, because it may be a whole object with secrets.</summary>
    public override string ToString() => Limits.IsId(Id) ? Id : "(not an id)";

    /// <summary>Returns the session that the resource was read through; null for a plain id.</summary>
    /// <typeparam name="T">The noun that is wanted.</typeparam>
    /// <exception cref="NovitaException">
    /// The session does not exist here, or an object of a job or a file does not name its session
    /// (<see cref="NovitaErrorKind.NotConnected"/>).
    /// </exception>
    internal NovitaSession? FindSession<T>(SessionFactory factory)
        where T : Resource
    {
        if (_hasLostSession)
        {
            throw new NovitaException(
                NovitaErrorKind.NotConnected,
                $"The {Noun<T>.Singular} '{Quoted}' does not say which session it was read through. Name the session with -Session.");
        }

        if (_source?.Session is NovitaSession session)
        {
            return session;
        }

        if (_sessionName is null)
        {
            return null;
        }

        var name = VisibleText.Quote(_sessionName);
        return SessionStore.Find(_sessionName, factory)
            ?? throw new NovitaException(
                NovitaErrorKind.NotConnected,
                $"The {Noun<T>.Singular} '{Quoted}' was read through a session named '{name}', which does not exist here. "
                + $"Connect with -Name '{name}', or name another session with -Session.");
    }

    /// <summary>Checks that the id is valid and that an object has the right type.</summary>
    /// <param name="member">A property that an object of an unknown type must have; null to accept any object with an id.</param>
    /// <exception cref="NovitaException">The id or the type is wrong (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
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
            throw Limits.Invalid($"The object is not {Noun<T>.WithArticle}: it has no {member}.");
        }

        var type = _source?.GetType() ?? (_typeName is null ? null : typeof(Resource).Assembly.GetType($"Novita.{_typeName}"));
        if (typeof(Resource).IsAssignableFrom(type) && !typeof(T).IsAssignableFrom(type))
        {
            throw Limits.Invalid($"'{Quoted}' is a {type!.Name}, but this cmdlet takes {Noun<T>.WithArticle}.");
        }
    }

    private static string? Text(PSObject value, string property) =>
        value.Properties[property]?.Value is { } found && $"{found}" is { Length: > 0 } text ? text : null;
}
