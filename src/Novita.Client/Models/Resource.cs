using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>Something that the service keeps under an id: a row of a list.</summary>
/// <remarks>
/// Each model declares <see cref="Id"/> itself: PowerShell shows the members of the derived class first, and the id comes
/// first in every report.
/// </remarks>
public abstract class Resource
{
    /// <summary>The id, by which the service knows it. Never empty in a response.</summary>
    public abstract string Id { get; set; }

    /// <summary>The name of the session that it was read through. Not part of the response.</summary>
    public string? SessionName { get; set; }

    /// <summary>The name that its owner gave it; null for a noun without names.</summary>
    internal virtual string? Label => null;

    /// <summary>The session it was read through: what acts on it acts through that session.</summary>
    internal object? Session { get; set; }

    /// <summary>Members of the response that the contract does not know. A property would show them, and any secret among them, in every report.</summary>
    internal UnknownMembers? UnknownMembers { get; set; }

    /// <summary>The passwords that are properties.</summary>
    private protected virtual IEnumerable<Secret?> Passwords => [];

    /// <summary>Gives the members of the response that the contract does not know, by the service's name, ignoring case.</summary>
    /// <returns>
    /// Texts, numbers, booleans, lists and dictionaries. A member named like a password, key, secret or token is a
    /// <see cref="Secret"/>, and its text is masked in the others.
    /// </returns>
    public IReadOnlyDictionary<string, object?> GetAdditionalData() =>
        UnknownMembers is { Json: var json } ? new AdditionalData(json, new SecretMask(Secrets)).Read() : new Dictionary<string, object?>();

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

    /// <summary>Begins the table of a model's members; a member that is not in it is kept for <see cref="GetAdditionalData"/>.</summary>
    private protected static Shape<T> ShapeOf<T>(Func<T> create)
        where T : Resource =>
        new(create, (resource, ref reader) => (resource.UnknownMembers ??= new()).Add(ref reader));

    /// <summary>Makes the texts that are shown, without the secrets of the whole response: called when it has been read.</summary>
    internal virtual void MaskSecrets()
    {
    }

    /// <summary>Every secret of this object, to be masked in its texts. The unknown members are read only when they are reached.</summary>
    private protected IEnumerable<string> Secrets =>
        Passwords.OfType<Secret>().Select(password => password.Reveal())
            .Concat(new[] { UnknownMembers }.OfType<UnknownMembers>().SelectMany(members => members.FindSecrets()));
}
