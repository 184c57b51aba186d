namespace Novita.Simulator.Areas.Networks;

/// <summary>How the network calls behave.</summary>
public sealed class NetworkOptions
{
    /// <summary>How the list pages: as seen by others under <c>networks</c>; documented are <c>network</c> and a total as text.</summary>
    public ListOptions List { get; init; } = new() { Member = "networks" };

    /// <summary>Whether create answers the network, as documented; otherwise <c>{}</c>, as was seen.</summary>
    public bool CreateAnswersNetwork { get; init; }

    /// <summary>Whether states are sent in lists, as documented.</summary>
    public bool StateAsList { get; init; }

    /// <summary>The most networks that there may be.</summary>
    public int Limit { get; init; } = 10;
}
