using System.Text.Json.Serialization;

namespace Novita.Client.Json;

/// <summary>How replies are read: one set of options, its code generated when the client is compiled.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(TextConverter), typeof(IntegerConverter), typeof(UnixTimeConverter)])]
[JsonSerializable(typeof(ListInstancesReply))]
[JsonSerializable(typeof(InstanceDetail))]
[JsonSerializable(typeof(ActionReply))]
[JsonSerializable(typeof(ErrorReply))]
internal sealed partial class NovitaJson : JsonSerializerContext;
