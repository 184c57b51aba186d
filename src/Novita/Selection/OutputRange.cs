using System.Management.Automation;

namespace Novita.Selection;

/// <summary>Which of the instances that are found get written: past <c>-Skip</c>, and up to <c>-First</c> or the limit that holds without <c>-All</c>.</summary>
internal sealed class OutputRange
{
    /// <summary>How many are written when the user says nothing about it.</summary>
    public const int DefaultLimit = 100;

    private readonly bool _isChosen;
    private readonly long _end;
    private readonly long _skip;
    private long _passed;

    public OutputRange(PagingParameters paging, bool all)
    {
        _skip = Limit(paging.Skip);
        _isChosen = all || paging.First != ulong.MaxValue;
        var most = paging.First != ulong.MaxValue ? Limit(paging.First) : all ? long.MaxValue : DefaultLimit;
        _end = most > long.MaxValue - _skip ? long.MaxValue : _skip + most;
    }

    /// <summary>How many instances are still of use, those to skip included; at least 1, for the one that shows there are more.</summary>
    public long Wanted => Math.Max(1, _end - _passed);

    /// <summary>Whether the limit is reached that nobody chose, and there was one more.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether reading was stopped before the end of the list.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether nothing more can be written.</summary>
    private bool IsFull => _passed >= _end;

    /// <summary>Passes on to the next instance found, and tells whether it is to be written.</summary>
    public bool Takes()
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
