using System.Text.Json;
using System.Text.Json.Serialization;

namespace Novita.Client.Json;

/// <summary>The reply to the list call, as it comes.</summary>
internal sealed class ListInstancesReply
{
    /// <summary>One page of the list; null, missing and empty are alike.</summary>
    public List<Instance?>? Instances { get; set; }

    /// <summary>How many instances match in all, where the service says so.</summary>
    public int? Total { get; set; }

    /// <summary>What else the reply holds. A reply of nothing but this is no list.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? UnknownMembers { get; set; }
}
