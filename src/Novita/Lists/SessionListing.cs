using Novita.Client;
using Novita.Client.Lists;

namespace Novita.Lists;

/// <summary>Reads the rows of one or several sessions as one list, session after session. Each row knows its session.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class SessionListing<T> : IDisposable
    where T : Resource
{
    private readonly (NovitaSession Session, Listing<T> Listing)[] _parts;
    private int _position;

    /// <summary>Makes a listing. Nothing is sent before the first page is wanted.</summary>
    public SessionListing(IReadOnlyList<NovitaSession> sessions, IReadOnlyList<ListRequest<T>> requests, int pageSize, bool verify,
        CallContext call)
    {
        _parts = sessions.Select(session => (session, session.Client.List(requests, CallOf(session), pageSize, verify))).ToArray();

        CallContext CallOf(NovitaSession session) => sessions.Count == 1 ? call : call.About($"session '{session.Name}'");
    }

    /// <summary>How many rows there are; null where only the end of the list tells.</summary>
    public int? Total => _parts.Length == 1 ? _parts[0].Listing.Total : null;

    /// <summary>Whether there are more than were found; null where that is not known.</summary>
    public bool? HasMore => _position == _parts.Length - 1 ? _parts[_position].Listing.HasMore : null;

    /// <summary>How many rows of the current session were read, whether they match or not.</summary>
    public int RowsRead => Current.RowsRead;

    /// <summary>How many rows that session has, where the service says so.</summary>
    public int? RowsTotal => Current.RowsTotal;

    /// <summary>The lists that could not be confirmed, as errors to show after the rows.</summary>
    public IEnumerable<NovitaException> Unconfirmed =>
        from part in _parts
        from error in part.Listing.Unconfirmed
        select AddSession(error, part.Session);

    /// <summary>
    /// The members that could not be read in some rows, as errors to show after the rows, each with the id of the first such row.
    /// </summary>
    public IEnumerable<KeyValuePair<string, NovitaException>> Unreadable =>
        from part in _parts
        from member in part.Listing.Unreadable
        select new KeyValuePair<string, NovitaException>(member.FirstId, AddSession(member.ToException<T>(), part.Session));

    private Listing<T> Current => _parts[Math.Min(_position, _parts.Length - 1)].Listing;

    /// <summary>Reads everything.</summary>
    /// <exception cref="NovitaException">A page could not be read.</exception>
    public static async Task<ListReading<T>> ReadAllAsync(IReadOnlyList<NovitaSession> sessions, IReadOnlyList<ListRequest<T>> requests,
        CallContext call)
    {
        using var listing = new SessionListing<T>(sessions, requests, Listing<T>.DefaultPageSize, verify: false, call);
        var all = new List<T>();
        while (await listing.NextAsync(long.MaxValue).ConfigureAwait(false) is { } rows)
        {
            all.AddRange(rows);
        }

        return new ListReading<T>(all, listing.Unconfirmed.ToList());
    }

    /// <summary>Reads the first page of every session and returns how many rows there are; null where the service does not say.</summary>
    /// <exception cref="NovitaException">A page could not be read.</exception>
    public async Task<long?> CountAsync()
    {
        var totals = await Task.WhenAll(_parts.Select(part => part.Listing.CountAsync())).ConfigureAwait(false);
        return totals.All(total => total is not null) ? totals.Sum(total => (long)total!) : null;
    }

    /// <summary>Returns the next rows; null at the end.</summary>
    /// <exception cref="NovitaException">A page could not be read. The rows that were returned before are right.</exception>
    public async Task<IReadOnlyList<T>?> NextAsync(long wanted)
    {
        if (_parts.Length > 1)
        {
            // The first pages of all sessions at once.
            Array.ForEach(_parts, part => part.Listing.Start());
        }

        for (; _position < _parts.Length; _position++)
        {
            var (session, listing) = _parts[_position];
            try
            {
                if (await listing.NextAsync(wanted).ConfigureAwait(false) is { } rows)
                {
                    return session.Stamp(rows);
                }
            }
            catch (NovitaException error)
            {
                throw AddSession(error, session);
            }
        }

        return null;
    }

    /// <summary>Cancels the requests that are under way and waits for them.</summary>
    public void Dispose() => Array.ForEach(_parts, part => part.Listing.Dispose());

    /// <summary>Says in an error which of several sessions it was.</summary>
    private NovitaException AddSession(NovitaException error, NovitaSession session)
    {
        error.SessionName = _parts.Length > 1 ? session.Name : null;
        return error;
    }
}
