using Novita.Client;

namespace Novita.Targets;

/// <summary>A resource that a cmdlet works on, and the session it is reached through.</summary>
/// <typeparam name="T">Its kind.</typeparam>
/// <param name="Session">The session.</param>
/// <param name="Id">The id.</param>
/// <param name="Resource">The resource itself; null where only its id is known.</param>
internal sealed record Target<T>(NovitaSession Session, string Id, T? Resource = null)
    where T : Resource
{
    /// <summary>The client it is reached through.</summary>
    public NovitaClient Client => Session.Client;

    /// <summary>How many targets to work on at a time: as many requests as the widest session allows.</summary>
    public static int Limit(IEnumerable<Target<T>> targets) =>
        targets.Select(target => target.Client.ThrottleLimit).DefaultIfEmpty(1).Max();

    /// <summary>Whether both are the same resource, read or not.</summary>
    public bool Equals(Target<T>? other) => other is not null && ReferenceEquals(Session, other.Session) && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Name and id, as far as they are known, for prompts.</summary>
    public override string ToString() => Resource?.ToString() ?? Id;
}
