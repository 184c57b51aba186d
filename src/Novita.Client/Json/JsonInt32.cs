using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a whole number of 32 bits, sent as a number or as text.</summary>
internal static class JsonInt32
{
    /// <summary>Reads the current token.</summary>
    /// <returns>The number; null for null, an empty text and white space.</returns>
    /// <exception cref="FieldException">The token is not a whole number of 32 bits.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static int? Read(ref Utf8JsonReader reader) => JsonInt64.Read(ref reader) switch
    {
        null => null,
        { } number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        _ => throw new FieldException("is a number out of range"),
    };

    /// <summary>Reads a list of whole numbers, the current token; null is an empty list, and null elements are left out.</summary>
    /// <exception cref="FieldException">The token is not a list, or an element is not a whole number.</exception>
    public static List<int> ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<int>();
        if (Token.Opens(ref reader, JsonTokenType.StartArray))
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (Read(ref reader) is { } number)
                {
                    list.Add(number);
                }
            }
        }

        return list;
    }
}
