using Novita.Client.Lists;

namespace Novita.Client.Waiting;

/// <summary>A reading of some rows of a list, which stops when all these rows were read.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class ListLook<T>
    where T : Resource
{
    private readonly Dictionary<string, T> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether the whole list was read and confirmed, so that a missing row does not exist.</summary>
    public bool IsComplete { get; private set; }

    public T? Find(string id) => _seen.TryGetValue(id, out var row) ? row : null;

    /// <summary>Reads the list.</summary>
    /// <exception cref="NovitaException">The list could not be read.</exception>
    public static async Task<ListLook<T>> ReadAsync(NovitaClient client, ListRequest<T> request, IEnumerable<string> ids, CallContext call)
    {
        var look = new ListLook<T>();
        var missing = new HashSet<string>(ids, StringComparer.Ordinal);
        using var listing = client.List([request], call);
        for (long wanted = missing.Count; missing.Count > 0; wanted *= 2)
        {
            if (await listing.NextAsync(wanted).ConfigureAwait(false) is not { } rows)
            {
                look.IsComplete = listing.Unconfirmed.Count == 0;
                break;
            }

            foreach (var row in rows.Where(row => missing.Remove(row.Id)))
            {
                look._seen[row.Id] = row;
            }
        }

        return look;
    }
}
