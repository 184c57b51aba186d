using System.Text.Json;
using Novita.Client.Json;

namespace Novita;

/// <summary>A private network (VPC) of instances in a cluster.</summary>
public sealed class Network : Resource
{
    /// <summary>The network's id (contract: <c>Id</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The network's name, up to 30 characters; not unique (contract: <c>name</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary><c>creating</c> or <c>ready</c> (contract: <c>state.state</c>).</summary>
    public string? State { get; set; }

    /// <summary>The service's message about an error; null without an error (contract: <c>state.error</c>).</summary>
    public string? Error { get; set; }

    /// <summary>The range of addresses, such as <c>10.0.0.0/16</c> (contract: <c>segment</c>).</summary>
    public string? Segment { get; set; }

    /// <summary>The id of the network's cluster (contract: <c>clusterId</c>).</summary>
    public string? ClusterId { get; set; }

    /// <summary>The addresses in use, with the id of each owner (contract: <c>Addresses</c>). Never null.</summary>
    public DisplayList<NetworkAddress> Addresses { get => field ??= []; set; }

    /// <summary>The time of creation, in local time (contract: <c>createTime</c>).</summary>
    public DateTime? CreateTime { get; set; }

    internal override string? Label => Name;

    internal override string? CurrentState => State;

    internal override string? Note => Segment;

    internal override Resource WithState(string state)
    {
        var copy = (Network)MemberwiseClone();
        copy.State = state;
        return copy;
    }

    private static readonly Shape<Network> s_state = ShapeOf<Network>(() => new())
        .Add("state", (network, ref reader) => network.State = JsonString.ReadNonEmpty(ref reader))
        .Add("error", (network, ref reader) => network.Error = JsonString.ReadNonEmpty(ref reader));

    internal static Shape<Network> Shape { get; } = ShapeOf<Network>(() => new())
        .Add("Id", (network, ref reader) => network.Id = JsonString.Read(ref reader) ?? "")
        .Add("name", (network, ref reader) => network.Name = JsonString.Read(ref reader) ?? "")
        .Add("state", (network, ref reader) => network.ReadState(ref reader))
        .Add("segment", (network, ref reader) => network.Segment = JsonString.ReadNonEmpty(ref reader))
        .Add("clusterId", (network, ref reader) => network.ClusterId = JsonString.ReadNonEmpty(ref reader))
        .Add("Addresses", (network, ref reader) => network.Addresses = NetworkAddress.Shape.ReadDisplayList(ref reader))
        .Add("createTime", (network, ref reader) => network.CreateTime = JsonTime.Read(ref reader));

    /// <summary>Reads the state: an object, a list of objects (the last wins) or a text.</summary>
    private void ReadState(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    ReadState(ref reader);
                }

                break;
            case JsonTokenType.StartObject:
                s_state.ReadInto(this, ref reader);
                break;
            default:
                State = JsonString.ReadNonEmpty(ref reader);
                break;
        }
    }
}
