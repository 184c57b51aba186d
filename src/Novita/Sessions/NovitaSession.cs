using Novita.Client;
using Novita.Sessions;

namespace Novita;

/// <summary>A connection to Novita with one key. It does not change, and any thread may use it. No member of it gives the key.</summary>
public sealed class NovitaSession
{
    internal NovitaSession(string name, Uri endpoint, string? apiKeyLastFour, NovitaClient client)
    {
        Name = name;
        Endpoint = endpoint;
        ApiKeyLastFour = apiKeyLastFour;
        Client = client;
        Refresh = new BackgroundRefresh(this);
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

    /// <summary>Bytes received in replies.</summary>
    public long BytesReceived => Client.Counters.Bytes;

    internal NovitaClient Client { get; }

    /// <summary>The instances that were read through this session lately.</summary>
    internal SeenInstances Seen { get; } = new();

    /// <summary>What keeps <see cref="Seen"/> up to date for completion.</summary>
    internal BackgroundRefresh Refresh { get; }

    /// <summary>The session's name.</summary>
    public override string ToString() => Name;

    /// <summary>Marks instances as read through this session.</summary>
    internal IReadOnlyList<Instance> Own(IReadOnlyList<Instance> instances)
    {
        foreach (var instance in instances)
        {
            Mark(instance);
        }

        Seen.Add(instances);
        return instances;
    }

    /// <summary>Marks an instance as read through this session.</summary>
    internal T Own<T>(T instance)
        where T : Instance
    {
        Mark(instance);
        Seen.Add([instance]);
        return instance;
    }

    private void Mark(Instance instance)
    {
        instance.Session = this;
        instance.SessionName = Name;
    }
}
