namespace Novita.Client.Json;

/// <summary>The reply to a change of an instance. Nothing of it is documented but the new instance's id, so all of it may be missing.</summary>
internal sealed class ActionReply
{
    /// <summary>How it is read.</summary>
    public static Shape<ActionReply> Shape { get; } = new Shape<ActionReply>(() => new())
        .Add("id", (reply, ref reader) => reply.Id = Text.ReadOrSkip(ref reader))
        .Add("newInstanceId", (reply, ref reader) => reply.NewInstanceId = Text.ReadOrSkip(ref reader))
        .Add("state", (reply, ref reader) => reply.State = Text.ReadOrSkip(ref reader));

    /// <summary>Whether it has none of what follows.</summary>
    public bool SaysNothing => Id is null && NewInstanceId is null && State is null;

    /// <summary>The id of an instance that was created.</summary>
    public string? Id { get; set; }

    /// <summary>What an instance that was moved is called from now on.</summary>
    public string? NewInstanceId { get; set; }

    /// <summary>The status it has now.</summary>
    public string? State { get; set; }
}
