namespace Novita.Client.Tests.Fixtures;

/// <summary>One random listing: the server, what happens to its fleet meanwhile, and how it is read.</summary>
internal sealed record ListingCase
{
    public required int Fleet { get; init; }

    public required ServerKind Server { get; init; }

    public required IReadOnlyList<FleetChange> Script { get; init; }

    public required int PageSize { get; init; }

    public required int Window { get; init; }

    public bool Verify { get; init; }

    /// <summary>Which of the waiting requests is answered, time after time; empty for the oldest.</summary>
    public IReadOnlyList<int> AnswerOrder { get; init; } = [];

    public ModelServer CreateServer()
    {
        var server = new ModelServer(Fleet, Server, Script);
        if (AnswerOrder.Count > 0)
        {
            server.PickNext = _ => AnswerOrder[server.Answered % AnswerOrder.Count];
        }

        return server;
    }

    public PagerRun Read(ModelServer server) => PagerRun.Whole(server, PageSize, Window, Verify);

    public override string ToString() => string.Join(
        Environment.NewLine,
        [
            $"{Fleet} instances, {Server}",
            $"page size {PageSize}, window {Window}{(Verify ? ", verify" : "")}, answers picked [{string.Join(' ', AnswerOrder)}]",
            .. Script.OrderBy(change => change.BeforeRequest).Select(change => "  " + change),
        ]);
}
