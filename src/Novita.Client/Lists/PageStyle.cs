namespace Novita.Client.Lists;

/// <summary>How a list endpoint names the page that it is asked for.</summary>
public enum PageStyle
{
    /// <summary>By <c>pageNum</c> and <c>pageSize</c>.</summary>
    PageNum,

    /// <summary>By <c>pageNo</c> and <c>pageSize</c>.</summary>
    PageNo,

    /// <summary>By <c>page</c> and <c>pageSize</c>.</summary>
    Page,

    /// <summary>It has no pages: one response is the whole list.</summary>
    Whole,
}
