using System.Text.Json;
using System.Text.Json.Serialization;

namespace Novita.Benchmarks.Contract;

/// <summary>The serializer that the compiler writes for a page.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PlainPage))]
internal sealed partial class PlainContext : JsonSerializerContext;
