using System.Text;
using System.Text.Json;
using Novita.Client.Secrets;

namespace Novita.Client.Json;

/// <summary>
/// Converts the undocumented members of a response to plain objects, with secrets wrapped and texts masked.
/// </summary>
internal readonly ref struct AdditionalData
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly SecretMask _mask;

    /// <summary>Prepares to read the JSON object <paramref name="json"/>.</summary>
    public AdditionalData(ReadOnlySpan<byte> json, SecretMask mask)
    {
        _json = json;
        _mask = mask;
    }

    /// <summary>Reads the object; of several members with one name the last wins.</summary>
    public Dictionary<string, object?> Read()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        return ReadObject(ref reader);
    }

    private Dictionary<string, object?> ReadObject(ref Utf8JsonReader reader)
    {
        var result = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.ReadName(ref reader);
            reader.Read();
            result[name] = SecretNames.IsSecret(name) ? ReadSecret(ref reader) : ReadValue(ref reader);
        }

        return result;
    }

    private object?[] ReadList(ref Utf8JsonReader reader)
    {
        var result = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            result.Add(ReadValue(ref reader));
        }

        return [.. result];
    }

    private object? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => AddressMask.MaskWords(_mask.Mask(JsonText.Read(ref reader))),
        JsonTokenType.Number => reader.TryGetInt64(out var integer) ? (object)integer : reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.StartObject => ReadObject(ref reader),
        _ => null,
    };

    /// <summary>Reads a secret of any JSON kind; an object or a list becomes one secret.</summary>
    private Secret? ReadSecret(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return new Secret(JsonText.Read(ref reader));
            default:
                var begin = (int)reader.TokenStartIndex;
                reader.Skip();
                return new Secret(Encoding.UTF8.GetString(_json.Slice(begin, (int)reader.BytesConsumed - begin).ToArray()));
        }
    }
}
