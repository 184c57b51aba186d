using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Novita.Simulator;

/// <summary>A row of a list. Its properties are sent in camel case, unless they say otherwise; those that are null are left out.</summary>
public abstract record SimulatedRow
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Members that the contract does not document, sent after the others.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Extra { get; init; }

    /// <summary>When set, this text is sent as it is in place of the whole object, valid JSON or not.</summary>
    [JsonIgnore]
    public string? RawJson { get; init; }

    /// <summary>The id, whatever the service calls it.</summary>
    internal abstract string Key { get; }

    internal byte[] ToJson() =>
        RawJson is null ? JsonSerializer.SerializeToUtf8Bytes(this, GetType(), s_options) : Encoding.UTF8.GetBytes(RawJson);
}
