using System.Collections.Concurrent;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Sessions;

namespace Novita;

/// <summary>A connection to Novita with one API key. Immutable and thread-safe. No member returns the key.</summary>
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

    /// <summary>The name of the session, for <c>-Session</c>.</summary>
    public string Name { get; }

    /// <summary>The address of the service.</summary>
    public Uri Endpoint { get; }

    /// <summary>The last four characters of the key; null for a key of fewer than 12 characters.</summary>
    public string? ApiKeyLastFour { get; }

    /// <summary>When the session was created, in local time.</summary>
    public DateTime ConnectedAt { get; } = DateTime.Now;

    /// <summary>How many requests were sent, including retries.</summary>
    public long Requests => Client.Counters.Requests;

    /// <summary>How many requests were retries.</summary>
    public long Retries => Client.Counters.Retries;

    /// <summary>How often the service asked the client to wait.</summary>
    public long ThrottleWaits => Client.Counters.ThrottleWaits;

    /// <summary>How many bytes the response bodies had.</summary>
    public long BytesReceived => Client.Counters.Bytes;

    internal NovitaClient Client { get; }

    /// <summary>Returns the resources of one noun that were read through this session, for completion.</summary>
    internal SeenResources Seen<T>()
        where T : Resource =>
        _seen.GetOrAdd(Noun<T>.Type, _ => new SeenResources());

    /// <summary>Returns the background reading that updates <see cref="Seen"/> of one noun.</summary>
    internal BackgroundRefresh<T> Refresh<T>(ListRequest<T> request)
        where T : Resource =>
        (BackgroundRefresh<T>)_refreshes.GetOrAdd(typeof(T), _ => new BackgroundRefresh<T>(Client, Seen<T>(), request));

    /// <summary>Returns the name of the session.</summary>
    public override string ToString() => Name;

    /// <summary>Marks rows as read through this session, and stores them for completion.</summary>
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

    /// <summary>Marks one resource as read through this session, and stores the resource for completion.</summary>
    internal T Stamp<T>(T resource)
        where T : Resource
    {
        Stamp<T>([resource]);
        return resource;
    }
}
