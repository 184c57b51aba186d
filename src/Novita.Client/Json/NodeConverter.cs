using System.Text.Json;
using System.Text.Json.Serialization;

namespace Novita.Client.Json;

/// <summary>Reads the node of an instance, which is documented as a list and seen as one object.</summary>
internal sealed class NodeConverter : JsonConverter<DisplayList<InstanceNode>?>
{
    public override DisplayList<InstanceNode>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? [JsonSerializer.Deserialize(ref reader, NovitaJson.Default.InstanceNode)!]
            : JsonSerializer.Deserialize(ref reader, NovitaJson.Default.DisplayListInstanceNode);

    public override void Write(Utf8JsonWriter writer, DisplayList<InstanceNode>? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
