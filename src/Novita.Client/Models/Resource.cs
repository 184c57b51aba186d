using Novita.Client.Json;

namespace Novita;

/// <summary>Something that the service keeps under an id: a row of a list.</summary>
/// <remarks>
/// Each model declares <see cref="Id"/> itself: PowerShell shows the members of the derived class first, and the id comes
/// first in every report.
/// </remarks>
public abstract class Resource : ServiceObject
{
    /// <summary>The id, by which the service knows it. Never empty in a response.</summary>
    public abstract string Id { get; set; }

    /// <summary>The name of the session that it was read through. Not part of the response.</summary>
    public string? SessionName { get; set; }

    /// <summary>The name that its owner gave it; null for a noun without names.</summary>
    internal virtual string? Label => null;

    /// <summary>The session it was read through: what acts on it acts through that session.</summary>
    internal object? Session { get; set; }

    /// <summary>The values of the response that could not be read; null where all could.</summary>
    internal IReadOnlyList<UnreadableValue>? Unreadable { get; set; }

    /// <summary>The state it is in; null for a noun without states.</summary>
    internal virtual string? CurrentState => null;

    /// <summary>What completion shows of it besides name, id and state; null for nothing.</summary>
    internal virtual string? Note => null;

    /// <summary>Returns a copy in another state; this object where the noun has no state.</summary>
    internal virtual Resource WithState(string state) => this;

    /// <summary>Returns an object of its own with the same values.</summary>
    internal Resource Copy() => (Resource)MemberwiseClone();

    /// <summary>The name, where there is one, and the id.</summary>
    public override string ToString() => string.IsNullOrEmpty(Label) ? Id : $"{Label} ({Id})";

    /// <summary>Makes the texts that are shown, without the secrets of the whole response: called when it has been read.</summary>
    internal virtual void MaskSecrets()
    {
    }
}
