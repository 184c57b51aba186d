using System.Management.Automation;

namespace Novita.Lists;

/// <summary>Decides which rows are written: after <c>-Skip</c>, and up to <c>-First</c> or the default limit.</summary>
internal sealed class OutputRange
{
    /// <summary>How many rows are written without <c>-All</c> and <c>-First</c>.</summary>
    public const int DefaultLimit = 100;

    private readonly bool _isChosen;
    private readonly long _end;
    private readonly long _skip;
    private long _passed;

    /// <summary>Creates the range of one list.</summary>
    /// <param name="paging">The paging parameters; null for a cmdlet that has no such parameters.</param>
    /// <param name="all">Whether there is no default limit.</param>
    public OutputRange(PagingParameters? paging, bool all)
    {
        var first = paging?.First ?? ulong.MaxValue;
        _skip = Limit(paging?.Skip ?? 0);
        _isChosen = all || first != ulong.MaxValue;
        var max = first != ulong.MaxValue ? Limit(first) : all ? long.MaxValue : DefaultLimit;
        _end = max > long.MaxValue - _skip ? long.MaxValue : _skip + max;
    }

    /// <summary>How many more rows to read, including those to skip. At least 1, to learn whether there is one more row.</summary>
    public long Wanted => Math.Max(1, _end - _passed);

    /// <summary>Whether the default limit left out a row.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether reading was stopped before the end of the list.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether the last row of the range has passed.</summary>
    private bool IsFull => _passed >= _end;

    /// <summary>Counts the next row and returns whether to write it.</summary>
    public bool TryTake()
    {
        if (IsFull)
        {
            IsCut = !_isChosen;
            return false;
        }

        return _passed++ >= _skip;
    }

    /// <summary>Returns whether reading can stop, because no further row is needed.</summary>
    /// <param name="hasMore">Whether the list has more rows; null if unknown.</param>
    public bool StopsReading(bool? hasMore)
    {
        IsCut |= IsFull && !_isChosen && hasMore == true;
        IsStopped = IsFull && (_isChosen || IsCut);
        return IsStopped;
    }

    private static long Limit(ulong value) => (long)Math.Min(value, long.MaxValue);
}
