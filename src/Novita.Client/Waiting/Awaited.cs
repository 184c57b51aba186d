using Novita.Client.Errors;

namespace Novita.Client.Waiting;

/// <summary>A resource of a <see cref="Waiter{T}"/>.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
internal sealed class Awaited<T>
    where T : Resource
{
    private string? _firstSignature;

    /// <summary>Begins to wait for a resource.</summary>
    /// <param name="client">The client of the resource's session.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="known">The resource as it was read last; null where only the id is known.</param>
    /// <param name="state">The resource's last known state.</param>
    public Awaited(NovitaClient client, string id, T? known = null, string? state = null)
    {
        Client = client;
        Id = id;
        Resource = known;
        State = state;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The resource as it was read last; null for a resource that was never read.</summary>
    public T? Resource { get; set; }

    /// <summary>The last known state; null for a resource that was never read.</summary>
    public string? State { get; private set; }

    /// <summary>Why the wait ended without success; null otherwise.</summary>
    public NovitaException? Error { get; private set; }

    internal NovitaClient Client { get; }

    /// <summary>Whether the wait for the resource is over.</summary>
    internal bool IsDone { get; set; }

    /// <summary>
    /// Whether the state changed during the wait. Until then no state is a failure, because the list may be late.
    /// </summary>
    internal bool HasChanged { get; private set; }

    /// <summary>The number of times that the resource was read during the wait.</summary>
    internal int Looks { get; private set; }

    /// <summary>Whether the previous complete list lacked the resource.</summary>
    private bool IsMissing { get; set; }

    /// <summary>Notes the resource as it was read now.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="state">The resource's state.</param>
    /// <param name="signature">The text whose change is a change of state.</param>
    internal void See(T resource, string state, string signature)
    {
        Looks++;
        _firstSignature ??= signature;
        HasChanged |= signature != _firstSignature;
        IsMissing = false;
        Resource = resource;
        State = state;
    }

    /// <summary>Notes that a complete list lacks the resource; returns whether the list before lacked it too: one may be late.</summary>
    internal bool Miss()
    {
        var wasMissing = IsMissing;
        IsMissing = true;
        return wasMissing;
    }

    /// <summary>Sets the error with which the wait for the resource ends.</summary>
    internal void Fail(NovitaException error)
    {
        error.Subject = new Subject(Noun<T>.Singular, Id);
        Error = error;
    }
}
