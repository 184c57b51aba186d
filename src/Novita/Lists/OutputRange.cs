using System.Management.Automation;

namespace Novita.Lists;

/// <summary>
/// Which of the rows that are found are written: past <c>-Skip</c>, and up to <c>-First</c> or the limit that holds without <c>-All</c>.
/// </summary>
internal sealed class OutputRange
{
    /// <summary>How many are written when the user says nothing about it.</summary>
    public const int DefaultLimit = 100;

    private readonly bool _isChosen;
    private readonly long _end;
    private readonly long _skip;
    private long _passed;

    /// <summary>Makes the range of a run.</summary>
    /// <param name="paging">The paging parameters; null for a cmdlet without them.</param>
    /// <param name="all">Whether the user wants everything.</param>
    public OutputRange(PagingParameters? paging, bool all)
    {
        var first = paging?.First ?? ulong.MaxValue;
        _skip = Limit(paging?.Skip ?? 0);
        _isChosen = all || first != ulong.MaxValue;
        var max = first != ulong.MaxValue ? Limit(first) : all ? long.MaxValue : DefaultLimit;
        _end = max > long.MaxValue - _skip ? long.MaxValue : _skip + max;
    }

    /// <summary>How many rows are still wanted, those to skip included; at least 1, which shows whether there are more.</summary>
    public long Wanted => Math.Max(1, _end - _passed);

    /// <summary>Whether the default limit was reached and there was one more row.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether reading was stopped before the end of the list.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether nothing more can be written.</summary>
    private bool IsFull => _passed >= _end;

    /// <summary>Counts the next row, and tells whether it is to be written.</summary>
    public bool TryTake()
    {
        if (IsFull)
        {
            IsCut = !_isChosen;
            return false;
        }

        return _passed++ >= _skip;
    }

    /// <summary>Stops the reading, once going on is of no use, and tells whether it did.</summary>
    /// <param name="hasMore">Whether there are more than were found; null where that is not known.</param>
    public bool StopsReading(bool? hasMore)
    {
        IsCut |= IsFull && !_isChosen && hasMore == true;
        IsStopped = IsFull && (_isChosen || IsCut);
        return IsStopped;
    }

    private static long Limit(ulong value) => (long)Math.Min(value, long.MaxValue);
}
