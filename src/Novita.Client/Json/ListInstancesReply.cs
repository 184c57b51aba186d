namespace Novita.Client.Json;

/// <summary>The reply to the list call, as it comes.</summary>
internal sealed class ListInstancesReply
{
    /// <summary>How it is read.</summary>
    public static Shape<ListInstancesReply> Shape { get; } = new Shape<ListInstancesReply>(() => new(), (reply, ref reader) => reply.OtherMembers.Add(JsonText.ReadName(ref reader)))
        .Add("instances", (reply, ref reader) => reply.Instances = Instance.Shape.ReadList(ref reader))
        .Add("total", (reply, ref reader) => reply.Total = Integer.Read(ref reader));

    /// <summary>One page of the list; null, missing and empty are alike.</summary>
    public List<Instance?>? Instances { get; set; }

    /// <summary>How many instances match in all, where the service says so.</summary>
    public int? Total { get; set; }

    /// <summary>The names of what else the reply holds. A reply of nothing but this is no list.</summary>
    public List<string> OtherMembers { get; } = [];
}
