using Novita.Sessions;

namespace Novita.Completion;

/// <summary>A noun whose resources completion knows.</summary>
internal abstract class SeenNoun
{
    /// <summary>The noun, as cmdlets write it after <c>Novita</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Returns the resources that were read through a session.</summary>
    public abstract SeenResources Seen(NovitaSession session);

    /// <summary>Starts to read the resources again in the background, unless they were read a short time ago.</summary>
    public abstract Task Refresh(NovitaSession session);
}
