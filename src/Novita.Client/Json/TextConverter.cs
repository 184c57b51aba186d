using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
namespace Novita.Client.Json;

/// <summary>Reads a text that may also come as a number or a truth value.</summary>
internal sealed class TextConverter : JsonConverter<string?>
{
    [MethodImpl(Jit.AtOnce)]
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw new ReplyFieldException($"is {Token.Name(reader.TokenType)} where a text belongs"),
        };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
