using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
namespace Novita.Client.Json;

/// <summary>Reads a whole number that comes as a number or, as the service sends 64-bit ones, as text; empty text is no number.</summary>
internal sealed class IntegerConverter : JsonConverter<int?>
{
    [MethodImpl(Jit.AtOnce)]
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (WholeNumber.Read(ref reader))
        {
            case null:
                return null;
            case { } number when number is >= int.MinValue and <= int.MaxValue:
                return (int)number;
            default:
                throw new ReplyFieldException("is a number out of range");
        }
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
