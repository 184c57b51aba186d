using Novita.Client.Json;

namespace Novita;

/// <summary>An object of the service with an id: a row of a list.</summary>
/// <remarks>
/// Each model overrides <see cref="Id"/>, because PowerShell shows the members of the derived class first, and the id must come first in
/// every report.
/// </remarks>
public abstract class Resource : ServiceObject
{
    /// <summary>The id. Never empty in a response.</summary>
    public abstract string Id { get; set; }

    /// <summary>The name of the session through which the object was read. Not part of the response.</summary>
    public string? SessionName { get; set; }

    /// <summary>The resource's name; null for a noun without names.</summary>
    internal virtual string? Label => null;

    /// <summary>The session through which the resource was read, and through which operations on the resource run.</summary>
    internal object? Session { get; set; }

    /// <summary>The values of the response that could not be read; null where all values were read.</summary>
    internal IReadOnlyList<UnreadableValue>? Unreadable { get; set; }

    /// <summary>The current state; null for a noun without states.</summary>
    internal virtual string? CurrentState => null;

    /// <summary>The text that completion shows besides name, id and state; null for no text.</summary>
    internal virtual string? Note => null;

    /// <summary>Returns a copy in another state; this object where the noun has no state.</summary>
    internal virtual Resource WithState(string state) => this;

    /// <summary>Returns a shallow copy.</summary>
    internal Resource Copy() => (Resource)MemberwiseClone();

    /// <summary>Name and id, or the id only.</summary>
    public override string ToString() => string.IsNullOrEmpty(Label) ? Id : $"{Label} ({Id})";

    /// <summary>Masks the secrets of the response in the texts of the response. Called after the whole response was read.</summary>
    internal virtual void MaskSecrets()
    {
    }
}
