using Novita.Client.Lists;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A page that was asked for, and what came; null when nothing did.</summary>
internal sealed class ModelRequest
{
    public ModelRequest(int pageNum, int pageSize, int othersUnderWay)
    {
        OthersUnderWay = othersUnderWay;
        PageNum = pageNum;
        PageSize = pageSize;
    }

    public int PageNum { get; }

    public int PageSize { get; }

    /// <summary>How many requests were under way when this one was made.</summary>
    public int OthersUnderWay { get; }

    public Page<Instance>? Page { get; set; }
}
