using Novita.Client;

namespace Novita.Targets;

/// <summary>A resource that a cmdlet works on, and its session.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
/// <param name="Session">The session.</param>
/// <param name="Id">The id.</param>
/// <param name="Resource">The resource; null if only its id is known.</param>
internal sealed record Target<T>(NovitaSession Session, string Id, T? Resource = null)
    where T : Resource
{
    /// <summary>The client of the session.</summary>
    public NovitaClient Client => Session.Client;

    /// <summary>Returns how many targets to process at a time: the largest throttle limit of the sessions.</summary>
    public static int Limit(IEnumerable<Target<T>> targets) =>
        targets.Select(target => target.Client.ThrottleLimit).DefaultIfEmpty(1).Max();

    /// <summary>Compares session and id.</summary>
    public bool Equals(Target<T>? other) => other is not null && ReferenceEquals(Session, other.Session) && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Returns name and id, or the id alone, for prompts.</summary>
    public override string ToString() => Resource?.ToString() ?? Id;
}
