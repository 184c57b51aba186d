using Novita.Client.Errors;

namespace Novita.Client.Waiting;

/// <summary>A resource that is waited for.</summary>
/// <typeparam name="T">Its kind.</typeparam>
internal sealed class Awaited<T>
    where T : Resource
{
    private string? _firstSignature;

    /// <summary>Begins to wait for a resource.</summary>
    /// <param name="client">The client of its session.</param>
    /// <param name="id">Its id.</param>
    /// <param name="known">The resource as it was read last; null where only the id is known.</param>
    /// <param name="state">The state that it had then.</param>
    public Awaited(NovitaClient client, string id, T? known = null, string? state = null)
    {
        Client = client;
        Id = id;
        Resource = known;
        State = state;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The resource as it was read last; null if it never was.</summary>
    public T? Resource { get; set; }

    /// <summary>The state that it was seen in last; null if it never was.</summary>
    public string? State { get; private set; }

    /// <summary>Why the wait ended without success; null otherwise.</summary>
    public NovitaException? Error { get; private set; }

    internal NovitaClient Client { get; }

    /// <summary>Whether the wait for it is over.</summary>
    internal bool IsDone { get; set; }

    /// <summary>
    /// Whether its state differs from the first one that was seen. Before that, no state is a failure: the list may lag behind.
    /// </summary>
    internal bool HasChanged { get; private set; }

    /// <summary>How often it was seen.</summary>
    internal int Looks { get; private set; }

    /// <summary>Whether the previous complete list lacked it.</summary>
    private bool IsMissing { get; set; }

    /// <summary>Notes how the service shows it now.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="state">Its state.</param>
    /// <param name="signature">Everything that counts as a change of state.</param>
    internal void See(T resource, string state, string signature)
    {
        Looks++;
        _firstSignature ??= signature;
        HasChanged |= signature != _firstSignature;
        IsMissing = false;
        Resource = resource;
        State = state;
    }

    /// <summary>Notes that a complete list lacks it, and tells whether that is the second time in a row: one list may be late.</summary>
    internal bool Miss()
    {
        var wasMissing = IsMissing;
        IsMissing = true;
        return wasMissing;
    }

    /// <summary>Ends the wait for it with an error.</summary>
    internal void Fail(NovitaException error)
    {
        error.Subject = new Subject(Noun<T>.Singular, Id);
        Error = error;
    }
}
