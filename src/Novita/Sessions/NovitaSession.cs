using System.Collections.Concurrent;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Sessions;

namespace Novita;

/// <summary>A connection to Novita with one key. Immutable and thread-safe. No member returns the key.</summary>
public sealed class NovitaSession
{
    private readonly ConcurrentDictionary<Type, SeenResources> _seen = new();
    private readonly ConcurrentDictionary<Type, object> _refreshes = new();

    internal NovitaSession(string name, Uri endpoint, string? apiKeyLastFour, NovitaClient client)
    {
        Name = name;
        Endpoint = endpoint;
        ApiKeyLastFour = apiKeyLastFour;
        Client = client;
    }

    /// <summary>The session's name, by which <c>-Session</c> finds it.</summary>
    public string Name { get; }

    /// <summary>Where the service is.</summary>
    public Uri Endpoint { get; }

    /// <summary>The key's last four characters, to tell one key from another; null for a key under 12 characters.</summary>
    public string? ApiKeyLastFour { get; }

    /// <summary>When it was made, in local time.</summary>
    public DateTime ConnectedAt { get; } = DateTime.Now;

    /// <summary>Requests sent so far, retries included.</summary>
    public long Requests => Client.Counters.Requests;

    /// <summary>Requests that were sent again.</summary>
    public long Retries => Client.Counters.Retries;

    /// <summary>Waits that the service asked for.</summary>
    public long ThrottleWaits => Client.Counters.ThrottleWaits;

    /// <summary>Bytes of the response bodies.</summary>
    public long BytesReceived => Client.Counters.Bytes;

    internal NovitaClient Client { get; }

    /// <summary>Returns what was read lately of one noun through this session, for completion.</summary>
    internal SeenResources Seen<T>()
        where T : Resource =>
        _seen.GetOrAdd(Noun<T>.Type, _ => new SeenResources());

    /// <summary>Returns what keeps <see cref="Seen"/> of one noun up to date.</summary>
    internal BackgroundRefresh<T> Refresh<T>(ListRequest<T> request)
        where T : Resource =>
        (BackgroundRefresh<T>)_refreshes.GetOrAdd(typeof(T), _ => new BackgroundRefresh<T>(Client, Seen<T>(), request));

    /// <summary>The session's name.</summary>
    public override string ToString() => Name;

    /// <summary>Marks rows as read through this session, and remembers them for completion.</summary>
    internal IReadOnlyList<T> Stamp<T>(IReadOnlyList<T> rows)
        where T : Resource
    {
        foreach (var row in rows)
        {
            row.Session = this;
            row.SessionName = Name;
        }

        Seen<T>().Add(rows);
        return rows;
    }

    /// <summary>Marks one resource as read through this session, and remembers it for completion.</summary>
    internal T Stamp<T>(T resource)
        where T : Resource
    {
        Stamp<T>([resource]);
        return resource;
    }
}
