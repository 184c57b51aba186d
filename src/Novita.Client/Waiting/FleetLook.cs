using Novita.Client.Http;

namespace Novita.Client.Waiting;

/// <summary>One look at some instances of the list, which is read only as far as it takes to see them all.</summary>
internal sealed class FleetLook
{
    private readonly Dictionary<string, Instance> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether the whole list was read and confirmed, so that an instance that was not seen is not there.</summary>
    public bool IsWhole { get; private set; }

    public Instance? Find(string id) => _seen.TryGetValue(id, out var instance) ? instance : null;

    /// <summary>Reads the list.</summary>
    /// <exception cref="NovitaException">It could not be read.</exception>
    public static async Task<FleetLook> ReadAsync(NovitaClient client, IEnumerable<string> ids, CallContext call)
    {
        var look = new FleetLook();
        var missing = new HashSet<string>(ids, StringComparer.Ordinal);
        using var listing = InstanceListing.OfAll(client, call);
        for (long wanted = missing.Count; missing.Count > 0; wanted *= 2)
        {
            if (await listing.NextAsync(wanted).ConfigureAwait(false) is not { } instances)
            {
                look.IsWhole = listing.Unconfirmed.Count == 0;
                break;
            }

            foreach (var instance in instances.Where(instance => missing.Remove(instance.Id)))
            {
                look._seen[instance.Id] = instance;
            }
        }

        return look;
    }
}
