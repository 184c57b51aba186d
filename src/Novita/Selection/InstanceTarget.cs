using Novita.Client;

namespace Novita.Selection;

/// <summary>An instance that a cmdlet works on, and the session to reach it through.</summary>
/// <param name="Session">The session.</param>
/// <param name="Id">The instance's id.</param>
/// <param name="Instance">The instance itself; null where only its id is known.</param>
internal sealed record InstanceTarget(NovitaSession Session, string Id, Instance? Instance)
{
    /// <summary>The client to reach it through.</summary>
    public NovitaClient Client => Session.Client;

    /// <summary>How many of these to work on at a time: as many as the widest session has requests under way.</summary>
    public static int Limit(IEnumerable<InstanceTarget> targets) => targets.Select(target => target.Client.ThrottleLimit).DefaultIfEmpty(1).Max();

    /// <summary>Whether both are the same instance, known or not.</summary>
    public bool Equals(InstanceTarget? other) => other is not null && ReferenceEquals(Session, other.Session) && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>Name and id, as far as they are known, for prompts.</summary>
    public override string ToString() => VisibleText.Of(Instance?.ToString() ?? Id);
}
