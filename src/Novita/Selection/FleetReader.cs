using Novita.Client;
using Novita.Client.Http;
using Novita.Client.Watching;

namespace Novita.Selection;

/// <summary>Reads the instances of one or several sessions as one list, session after session, each instance marked with its own.</summary>
internal sealed class FleetReader : IDisposable
{
    private readonly (NovitaSession Session, InstanceListing Listing)[] _parts;
    private int _position;

    /// <summary>Makes a reader. Nothing is asked before the first page is wanted.</summary>
    public FleetReader(IReadOnlyList<NovitaSession> sessions, IReadOnlyList<FilteredQuery> queries, int pageSize, bool verify, CallContext call) =>
        _parts = sessions
            .Select(session => (session, new InstanceListing(session.Client, queries, pageSize, verify, sessions.Count == 1 ? call : call.About($"session '{VisibleText.Of(session.Name)}'"))))
            .ToArray();

    /// <summary>How many instances there are; null where that is known only at the end.</summary>
    public int? Total => _parts.Length == 1 ? _parts[0].Listing.Total : null;

    /// <summary>Whether there are more than were found; null where that is not known.</summary>
    public bool? HasMore => _position == _parts.Length - 1 ? _parts[_position].Listing.HasMore : null;

    /// <summary>How many rows of the present session were read, whether they count or not.</summary>
    public int RowsRead => Present.RowsRead;

    /// <summary>How many rows that session has, where the service says so.</summary>
    public int? RowsTotal => Present.RowsTotal;

    /// <summary>What could not be confirmed, as errors to show after everything that was found.</summary>
    public IEnumerable<NovitaException> Unconfirmed =>
        from part in _parts
        from error in part.Listing.Unconfirmed
        select Name(error, part.Session);

    private InstanceListing Present => _parts[Math.Min(_position, _parts.Length - 1)].Listing;

    /// <summary>Reads everything.</summary>
    /// <exception cref="NovitaException">A page could not be read.</exception>
    public static async Task<FleetReading> ReadAllAsync(IReadOnlyList<NovitaSession> sessions, IReadOnlyList<FilteredQuery> queries, CallContext call)
    {
        using var reader = new FleetReader(sessions, queries, InstanceListing.DefaultPageSize, verify: false, call);
        var all = new List<Instance>();
        while (await reader.NextAsync(long.MaxValue).ConfigureAwait(false) is { } instances)
        {
            all.AddRange(instances);
        }

        return new FleetReading(all, reader.Unconfirmed.ToList());
    }

    /// <summary>Reads the first page of every session and gives how many instances there are; null where the service does not say.</summary>
    /// <exception cref="NovitaException">A page could not be read.</exception>
    public async Task<long?> CountAsync()
    {
        var totals = await Task.WhenAll(_parts.Select(part => part.Listing.CountAsync())).ConfigureAwait(false);
        return totals.All(total => total is not null) ? totals.Sum(total => (long)total!) : null;
    }

    /// <summary>Gives the next instances; null at the end.</summary>
    /// <exception cref="NovitaException">A page could not be read. What was handed out before stays right.</exception>
    public async Task<IReadOnlyList<Instance>?> NextAsync(long wanted)
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
                if (await listing.NextAsync(wanted).ConfigureAwait(false) is { } instances)
                {
                    return session.Own(instances);
                }
            }
            catch (NovitaException error)
            {
                throw Name(error, session);
            }
        }

        return null;
    }

    /// <summary>Ends what is under way and waits for it.</summary>
    public void Dispose() => Array.ForEach(_parts, part => part.Listing.Dispose());

    /// <summary>Says which of several sessions it was.</summary>
    private NovitaException Name(NovitaException error, NovitaSession session)
    {
        error.SessionName = _parts.Length > 1 ? session.Name : null;
        return error;
    }
}
