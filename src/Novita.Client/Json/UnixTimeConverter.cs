using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
namespace Novita.Client.Json;

/// <summary>Reads seconds since 1970, number or text, as local time; "-1", "0" and "" are the service's ways to say "no time".</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTime?>
{
    [MethodImpl(Jit.AtOnce)]
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WholeNumber.Read(ref reader) switch
        {
            null or <= 0 => null,
            { } seconds when seconds <= UnixTime.LastSecond => UnixTime.ToLocal(seconds),
            _ => throw new ReplyFieldException("is a time out of range"),
        };

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
