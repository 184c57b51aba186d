using Novita.Simulator;

namespace Novita.Client.Tests.Fixtures;

/// <summary>How a <see cref="ModelServer"/> numbers, cuts and counts.</summary>
internal sealed record ServerKind
{
    /// <summary>The number of the first page: 0 or 1.</summary>
    public int Base { get; init; }

    /// <summary>What page 0 is where <see cref="Base"/> is 1.</summary>
    public PageZero PageZero { get; init; }

    /// <summary>The most rows a page has; null for no limit.</summary>
    public int? Cap { get; init; }

    public CapStep CapStep { get; init; }

    public ModelTotal Total { get; init; }

    /// <summary>How much a total that is too high is too high.</summary>
    public int TotalError { get; init; } = 1;

    /// <summary>Whether each request sees the rows in another order.</summary>
    public bool IsShuffled { get; init; }

    /// <summary>Whether every page is the first one.</summary>
    public bool IgnoresPageNumber { get; init; }

    /// <summary>The same for the simulator's arithmetic of pages.</summary>
    public ListOptions Paging => new() { PageBase = Base, PageZero = PageZero, MaxPageSize = Cap, CapStep = CapStep };

    public override string ToString() => string.Concat(
        Base == 0 ? "pages from 0" : $"pages from 1, page 0 {PageZero}",
        Cap is null ? "" : $", cap {Cap} {CapStep}",
        $", total {Total}",
        IsShuffled ? ", shuffled" : "",
        IgnoresPageNumber ? ", ignores page numbers" : "");
}
