using CsCheck;
using Novita.Simulator;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Generators of random listings.</summary>
internal static class ListingGen
{
    /// <summary>Small on purpose: with pages of a few rows every boundary is met often, and a failure stays readable.</summary>
    private const int LargestFleet = 30;
    private const int LatestChange = 24;

    private static readonly Gen<int> s_position = Gen.Frequency((1, Gen.Const(0)), (1, Gen.Const(FleetChange.Tail)), (3, Gen.Int[0, LargestFleet]));

    /// <summary>Servers that number, cut and count in every way, and keep to their order.</summary>
    public static Gen<ServerKind> Servers { get; } = Gen.Select(
        Gen.Int[0, 1],
        Gen.Enum<PageZero>(),
        Gen.Frequency((2, Gen.Const((int?)null)), (1, Gen.Int[1, 6].Select(cap => (int?)cap))),
        Gen.Enum<CapStep>(),
        (firstPage, zero, cap, step) => new ServerKind { Base = firstPage, PageZero = zero, Cap = cap, CapStep = step });

    /// <summary>The same, and those whose order, total or page numbers are not to be relied on.</summary>
    public static Gen<ServerKind> UnreliableServers { get; } = Gen.Select(
        Servers,
        Gen.Enum<ModelTotal>(),
        Gen.Bool,
        Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))),
        (server, total, isShuffled, ignoresPageNumber) => server with { Total = total, IsShuffled = isShuffled, IgnoresPageNumber = ignoresPageNumber });

    /// <summary>Creations and deletions anywhere.</summary>
    public static Gen<FleetChange[]> Changes { get; } = Script(Gen.Enum<ChangeKind>(), s_position);

    /// <summary>Only creations, or only deletions, anywhere.</summary>
    public static Gen<FleetChange[]> ChangesOfOneKind { get; } = Gen.Enum<ChangeKind>().SelectMany(kind => Script(Gen.Const(kind), s_position));

    /// <summary>Creations at the head, deletions anywhere: how a newest-first list changes.</summary>
    public static Gen<FleetChange[]> NewestFirstChanges { get; } =
        Changes.Select(script => script.Select(change => change.Kind == ChangeKind.Create ? change with { Position = 0 } : change).ToArray());

    public static Gen<ListingCase> Cases(Gen<ServerKind> servers, Gen<FleetChange[]> scripts) => Gen.Select(
        Gen.Int[0, LargestFleet],
        servers,
        scripts,
        Gen.Int[1, 12],
        Gen.Int[1, 8],
        Gen.Bool,
        Gen.Int[0, 7].Array[0, 5],
        (fleet, server, script, pageSize, window, verify, answerOrder) => new ListingCase
        {
            Fleet = fleet,
            Server = server,
            Script = script,
            PageSize = pageSize,
            Window = window,
            Verify = verify,
            AnswerOrder = answerOrder,
        });

    private static Gen<FleetChange[]> Script(Gen<ChangeKind> kinds, Gen<int> positions) =>
        Gen.Select(Gen.Int[1, LatestChange], kinds, positions, (request, kind, position) => new FleetChange(request, kind, position)).Array[0, 8];
}
