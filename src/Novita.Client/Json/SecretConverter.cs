using System.Text.Json;
using System.Text.Json.Serialization;

namespace Novita.Client.Json;

/// <summary>Reads a password; an empty one is none.</summary>
internal sealed class SecretConverter : JsonConverter<Secret?>
{
    private static readonly TextConverter s_plain = new();

    public override Secret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        s_plain.Read(ref reader, typeof(string), options) is { Length: > 0 } text ? new Secret(text) : null;

    public override void Write(Utf8JsonWriter writer, Secret? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
