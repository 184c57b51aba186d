using Novita.Client.Errors;
using Novita.Client.Json;
using Novita.Client.Text;

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

    /// <summary>Refuses to send settings again that could not be read: the service would drop them.</summary>
    /// <typeparam name="T">The noun, for the message.</typeparam>
    /// <param name="members">The members that are sent again; all where none is named.</param>
    /// <exception cref="NovitaException">Such a value could not be read (<see cref="NovitaErrorKind.ResponseInvalid"/>).</exception>
    internal void RequireReadable<T>(params string[] members)
        where T : Resource
    {
        var unreadable = Unreadable?.FirstOrDefault(value =>
            members.Length == 0 || members.Contains(value.Path.Split('.', '[')[0], StringComparer.OrdinalIgnoreCase));
        if (unreadable is not null)
        {
            throw new NovitaException(
                NovitaErrorKind.ResponseInvalid,
                $"The value of '{VisibleText.Quote(unreadable.Path)}' could not be read, and this change would drop it: "
                + $"{unreadable.Text} {unreadable.Problem}.")
            {
                Subject = new Subject(Noun<T>.Singular, Id),
            };
        }
    }

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
