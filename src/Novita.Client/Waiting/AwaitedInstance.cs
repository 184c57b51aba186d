namespace Novita.Client.Waiting;

/// <summary>An instance that is waited for.</summary>
internal sealed class AwaitedInstance
{
    private string? _firstState;
    private bool _lacksPort;

    /// <summary>Begins to wait for an instance.</summary>
    /// <param name="client">The client of its session.</param>
    /// <param name="id">Its id.</param>
    /// <param name="known">The instance as it was seen last; null where only its id is known.</param>
    public AwaitedInstance(NovitaClient client, string id, Instance? known)
    {
        Client = client;
        Id = id;
        Instance = known;
        Status = known?.Status;
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The instance as it was seen last; null where it never was.</summary>
    public Instance? Instance { get; private set; }

    /// <summary>The status it was seen in last; null where it never was.</summary>
    public string? Status { get; private set; }

    /// <summary>Why it is waited for no longer, other than that it has arrived.</summary>
    public NovitaException? Error { get; private set; }

    internal NovitaClient Client { get; }

    /// <summary>Whether it is waited for no longer.</summary>
    internal bool IsSettled { get; set; }

    /// <summary>Whether it was missing from the list the last time.</summary>
    internal bool IsMissing { get; private set; }

    /// <summary>Whether its state is another than the one it was first seen in: before that, no state is a failure.</summary>
    internal bool HasChanged { get; private set; }

    /// <summary>How often it was seen.</summary>
    internal int Looks { get; private set; }

    /// <summary>Takes note of how the list, or the get call, shows it.</summary>
    internal void See(Instance instance)
    {
        Looks++;
        var state = $"{instance.Status} {instance.StatusError}";
        _firstState ??= state;
        HasChanged |= state != _firstState;
        IsMissing = false;
        Instance = instance;
        Status = instance.Status;
    }

    /// <summary>Takes note that a whole list does not have it, and tells whether that is the second time in a row: one list may be late.</summary>
    internal bool Miss()
    {
        var wasMissing = IsMissing;
        IsMissing = true;
        return wasMissing;
    }

    /// <summary>Tells whether it has ports open but not this one, the second time in a row: one look may be too early.</summary>
    internal bool Lacks(int port)
    {
        var lacked = _lacksPort;
        _lacksPort = Instance is { PortMappings: { Count: > 0 } open } && open.All(mapping => mapping.Port != port);
        return lacked && _lacksPort;
    }

    internal void Fail(NovitaException error)
    {
        error.InstanceId = Id;
        Error = error;
    }
}
