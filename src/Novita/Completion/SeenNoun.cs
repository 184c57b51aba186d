using Novita.Sessions;

namespace Novita.Completion;

/// <summary>A noun whose resources completion knows.</summary>
internal abstract class SeenNoun
{
    /// <summary>The noun, as cmdlets write it after <c>Novita</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What was read lately through a session.</summary>
    public abstract SeenResources Seen(NovitaSession session);

    /// <summary>Starts to read it again in the background, if it is time for that.</summary>
    public abstract Task Refresh(NovitaSession session);
}
