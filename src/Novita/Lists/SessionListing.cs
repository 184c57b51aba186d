using Novita.Client;
using Novita.Client.Lists;

namespace Novita.Lists;

/// <summary>Reads the rows of one or several sessions as one list, session after session, and marks each row with its session.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
internal sealed class SessionListing<T> : IDisposable
    where T : Resource
{
    private readonly (NovitaSession Session, Listing<T> Listing)[] _parts;
    private int _position;

    /// <summary>Creates a listing. Nothing is sent before the first call of <see cref="NextAsync"/> or <see cref="CountAsync"/>.</summary>
    public SessionListing(
        IReadOnlyList<NovitaSession> sessions, IReadOnlyList<ListRequest<T>> requests, int pageSize, bool verify, CallContext call)
    {
        _parts = sessions.Select(session => (session, session.Client.List(requests, CallOf(session), pageSize, verify))).ToArray();

        CallContext CallOf(NovitaSession session) => sessions.Count == 1 ? call : call.About($"session '{session.Name}'");
    }

    /// <summary>How many rows there are; null if unknown.</summary>
    public int? Total => _parts.Length == 1 ? _parts[0].Listing.Total : null;

    /// <summary>Whether there are more rows than were returned; null if unknown.</summary>
    public bool? HasMore => _position == _parts.Length - 1 ? _parts[_position].Listing.HasMore : null;

    /// <summary>How many rows of the current session were read, including those that a filter left out.</summary>
    public int RowsRead => Current.RowsRead;

    /// <summary>How many rows the current session has; null if unknown.</summary>
    public int? RowsTotal => Current.RowsTotal;

    /// <summary>Errors for the lists that could not be confirmed to be complete. Read this property after the rows.</summary>
    public IEnumerable<NovitaException> Unconfirmed =>
        from part in _parts
        from error in part.Listing.Unconfirmed
        select AddSession(error, part.Session);

    /// <summary>
    /// Errors for the members that could not be read, each with the id of the first such row. Read this property after the rows.
    /// </summary>
    public IEnumerable<KeyValuePair<string, NovitaException>> Unreadable =>
        from part in _parts
        from member in part.Listing.Unreadable
        select new KeyValuePair<string, NovitaException>(member.FirstId, AddSession(member.ToException<T>(), part.Session));

    private Listing<T> Current => _parts[Math.Min(_position, _parts.Length - 1)].Listing;

    /// <summary>Reads all rows.</summary>
    /// <exception cref="NovitaException">A page could not be read.</exception>
    public static async Task<ListReading<T>> ReadAllAsync(
        IReadOnlyList<NovitaSession> sessions, IReadOnlyList<ListRequest<T>> requests, CallContext call)
    {
        using var listing = new SessionListing<T>(sessions, requests, Listing<T>.DefaultPageSize, verify: false, call);
        var all = new List<T>();
        while (await listing.NextAsync(long.MaxValue).ConfigureAwait(false) is { } rows)
        {
            all.AddRange(rows);
        }

        return new ListReading<T>(all, listing.Unconfirmed.ToList());
    }

    /// <summary>Reads the first page of every session and returns how many rows there are; null if unknown.</summary>
    /// <exception cref="NovitaException">A page could not be read.</exception>
    public async Task<long?> CountAsync()
    {
        var totals = await Task.WhenAll(_parts.Select(part => part.Listing.CountAsync())).ConfigureAwait(false);
        return totals.All(total => total is not null) ? totals.Sum(total => (long)total!) : null;
    }

    /// <summary>Returns the next rows; null at the end of the list.</summary>
    /// <exception cref="NovitaException">A page could not be read. Rows that were returned before are valid.</exception>
    public async Task<IReadOnlyList<T>?> NextAsync(long wanted)
    {
        if (_parts.Length > 1)
        {
            // Read the first pages of all sessions in parallel.
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

    /// <summary>Cancels the running requests and waits for them.</summary>
    public void Dispose() => Array.ForEach(_parts, part => part.Listing.Dispose());

    /// <summary>Adds the name of the session to an error, if there are several sessions.</summary>
    private NovitaException AddSession(NovitaException error, NovitaSession session)
    {
        error.SessionName = _parts.Length > 1 ? session.Name : null;
        return error;
    }
}
