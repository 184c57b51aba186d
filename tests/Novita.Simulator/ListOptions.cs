namespace Novita.Simulator;

/// <summary>How a list call pages its rows, and how its response holds them.</summary>
public sealed record ListOptions
{
    private const int DefaultPageSize = 10;

    /// <summary>The member with the rows; null for an array without an object around it.</summary>
    public string? Member { get; init; } = "data";

    /// <summary>Whether a list without rows is sent as null.</summary>
    public bool NullWhenEmpty { get; init; }

    /// <summary>The parameter with the page number: <c>pageNum</c>, <c>pageNo</c> or <c>page</c>; null for a list without pages.</summary>
    public string? PageParameter { get; init; } = "pageNum";

    /// <summary>The number of the first page: 0 or 1.</summary>
    public int PageBase { get; init; }

    /// <summary>What page 0 is when <see cref="PageBase"/> is 1.</summary>
    public PageZero PageZero { get; init; }

    /// <summary>The most rows in a page, whatever is asked; null for no limit.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>How far apart pages are when <see cref="MaxPageSize"/> cuts them.</summary>
    public CapStep CapStep { get; init; }

    public TotalForm Total { get; init; }

    /// <summary>A list that comes whole, without pages and without a total.</summary>
    public static ListOptions Whole(string? member = "data") => new() { Member = member, PageParameter = null, Total = TotalForm.Absent };

    /// <summary>Which of so many rows a page has; null for page 0 where <see cref="PageZero"/> refuses it.</summary>
    /// <param name="page">The page number asked for; null for none.</param>
    /// <param name="size">The page size asked for; null for none.</param>
    /// <param name="count">How many rows the list has.</param>
    public Range? RowsOf(int? page, int? size, int count)
    {
        if (PageParameter is null)
        {
            return ..count;
        }

        var asked = size ?? DefaultPageSize;
        var index = (page ?? PageBase) - PageBase;

        if (index < 0 && PageZero is PageZero.Error)
        {
            return null;
        }

        if (index < 0 && PageZero is PageZero.Empty)
        {
            asked = 0;
        }

        var length = Math.Min(asked, MaxPageSize ?? int.MaxValue);
        var step = CapStep is CapStep.ByCap ? length : asked;
        var start = (int)Math.Min((long)Math.Max(index, 0) * step, count);
        return start..(start + Math.Min(length, count - start));
    }
}
