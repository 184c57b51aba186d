namespace Novita.Client.Json;

/// <summary>The reply to a change of an instance. Nothing of it is documented but the new instance's id, so all of it may be missing.</summary>
internal sealed class ActionReply
{
    /// <summary>The id of an instance that was created.</summary>
    public string? Id { get; set; }

    /// <summary>The instance that was changed.</summary>
    public string? InstanceId { get; set; }

    /// <summary>What an instance that was moved is called from now on.</summary>
    public string? NewInstanceId { get; set; }

    /// <summary>The status it has now.</summary>
    public string? State { get; set; }
}
