namespace Novita.Client.Lists;

/// <summary>The query parameters by which a list endpoint pages.</summary>
public enum PageStyle
{
    /// <summary><c>pageNum</c> and <c>pageSize</c>.</summary>
    PageNum,

    /// <summary><c>pageNo</c> and <c>pageSize</c>.</summary>
    PageNo,

    /// <summary><c>page</c> and <c>pageSize</c>.</summary>
    Page,

    /// <summary>The list has no pages: one response is the whole list.</summary>
    Whole,
}
