using Novita.Client.Lists;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A page that was asked for, and what came; null when nothing did.</summary>
internal sealed record ModelRequest(int PageNum, int PageSize)
{
    /// <summary>How many requests were under way when this one was made.</summary>
    public required int OthersUnderWay { get; init; }

    public Page<Instance>? Page { get; set; }
}
