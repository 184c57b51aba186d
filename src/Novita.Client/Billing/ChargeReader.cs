using Novita.Client.Parallel;
using Novita.Client.Requests;

namespace Novita.Client.Billing;

/// <summary>
/// Reads the charges of a period, with parallel requests, in the order of the queries and of time. A charge that the service sends for two
/// adjacent parts of the period is deduplicated.
/// </summary>
public sealed class ChargeReader
{
    private readonly BillingPeriod _period;
    private readonly OrderedParallel<Part, List<Charge>> _parts;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<object, int> _known = [];

    /// <summary>Creates a reader. Nothing is sent before the first <see cref="NextAsync"/>.</summary>
    /// <param name="client">The client of the account.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="period">The period.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    public ChargeReader(NovitaClient client, IEnumerable<ChargeQuery> queries, BillingPeriod period, CallContext call)
    {
        _period = period;
        _now = client.Clock.UtcNow;
        var parts =
            from query in queries
            from window in query.IsFixedTerm ? period.Split(_now) : period.Split(query.Cycle, _now)
            select new Part(query, window.From, window.To);
        _parts = new([.. parts], client.ThrottleLimit, part => client.GetChargesAsync(part.Query, part.From, part.To, call));
    }

    /// <summary>The number of requests.</summary>
    public int Count => _parts.Count;

    /// <summary>Returns the next charges, which may be an empty list; null at the end.</summary>
    /// <exception cref="NovitaException">A part could not be read. The charges that were returned before are right.</exception>
    public async Task<IReadOnlyList<Charge>?> NextAsync()
    {
        if (await _parts.NextAsync().ConfigureAwait(false) is not { } part)
        {
            return null;
        }

        if (part.Error is { } error)
        {
            await _parts.DrainAsync().ConfigureAwait(false);
            throw error;
        }

        // For lines of a fixed term, the service decides which belong to the time.
        var charges = part.Result!.Where(charge => part.Item.Query.IsFixedTerm || _period.Contains(charge, _now));
        return charges.Where(new Repeats(_known).IsNew).ToList();
    }

    /// <summary>Reads the rest of the charges.</summary>
    /// <exception cref="NovitaException">A part could not be read.</exception>
    public async Task<IReadOnlyList<Charge>> ReadToEndAsync()
    {
        var all = new List<Charge>();
        while (await NextAsync().ConfigureAwait(false) is { } charges)
        {
            all.AddRange(charges);
        }

        return all;
    }

    private sealed record Part(ChargeQuery Query, DateTimeOffset From, DateTimeOffset To);

    /// <summary>Finds the charges of one part that an earlier part had. Equal charges within one part are all kept.</summary>
    private sealed class Repeats
    {
        private readonly Dictionary<object, int> _known;
        private readonly Dictionary<object, int> _here = [];

        public Repeats(Dictionary<object, int> known) => _known = known;

        public bool IsNew(Charge charge)
        {
            var key = charge.Key;
            var count = _here[key] = _here.TryGetValue(key, out var before) ? before + 1 : 1;
            if (_known.TryGetValue(key, out var max) && count <= max)
            {
                return false;
            }

            _known[key] = count;
            return true;
        }
    }
}
