using System.Management.Automation;
using Novita.Client;
using Novita.Sessions;

namespace Novita.Selection;

/// <summary>An instance, or the id of one: what <c>-Id</c> takes.</summary>
public sealed class InstanceReference
{
    private readonly string? _sessionName;
    private readonly bool _isStray;

    /// <summary>Refers to an instance by itself; what is done to it is done through the session it was read through.</summary>
    public InstanceReference(Instance instance)
    {
        Instance = instance;
        _sessionName = instance.SessionName;
        Id = instance.Id;
    }

    /// <summary>Refers to the instance that a change is about.</summary>
    public InstanceReference(InstanceChange change)
        : this(change.Instance)
    {
    }

    /// <summary>Refers to an instance by its id.</summary>
    public InstanceReference(string id) => Id = id;

    /// <summary>Refers to an instance that came through a job, a file or <c>Select-Object</c>: by its id, in the session it names.</summary>
    /// <exception cref="NovitaException">The object has no id (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public InstanceReference(PSObject instance)
    {
        Id = Text(instance, nameof(Instance.Id)) ?? throw new NovitaException(NovitaErrorKind.RequestInvalid, "This is not an instance: it has no Id.");
        _sessionName = Text(instance, nameof(Instance.SessionName));
        _isStray = _sessionName is null && instance.TypeNames.Any(name => name.StartsWith("Deserialized.Novita.", StringComparison.Ordinal));
    }

    /// <summary>The instance's id.</summary>
    public string Id { get; }

    /// <summary>The instance's id.</summary>
    public override string ToString() => Id;

    /// <summary>The instance itself; null where only its id is known.</summary>
    internal Instance? Instance { get; }

    /// <summary>Finds the session it was read through; null for an id, which may belong to any.</summary>
    /// <exception cref="NovitaException">The session is not here, or an instance came through a job or a file and does not say which it was (<see cref="NovitaErrorKind.NotConnected"/>).</exception>
    internal NovitaSession? FindSession(SessionFactory factory) =>
        _isStray
            ? throw new NovitaException(NovitaErrorKind.NotConnected, $"Nothing says which session instance '{VisibleText.Of(Id)}' came from. Name it with -Session.")
            : Instance?.Session as NovitaSession ?? (_sessionName is null ? null : SessionStore.Find(_sessionName, factory) ?? throw NotHere(_sessionName));

    private NovitaException NotHere(string session) => new(
        NovitaErrorKind.NotConnected,
        $"Instance '{VisibleText.Of(Id)}' was read through a session named '{VisibleText.Of(session)}', which is not here. Connect with -Name '{VisibleText.Of(session)}', or name another session with -Session.");

    private static string? Text(PSObject instance, string property) =>
        instance.Properties[property]?.Value is { } value && $"{value}" is { Length: > 0 } text ? text : null;
}
