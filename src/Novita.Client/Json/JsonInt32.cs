using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a whole number that comes as a number or, as the service sends 64-bit ones, as text; empty text is no number.</summary>
internal static class JsonInt32
{
    /// <summary>Reads the current token.</summary>
    /// <returns>The number; null for null and for a text of nothing but white space.</returns>
    /// <exception cref="FieldException">The token is no whole number of 32 bits.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static int? Read(ref Utf8JsonReader reader) => JsonInt64.Read(ref reader) switch
    {
        null => null,
        { } number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        _ => throw new FieldException("is a number out of range"),
    };

    /// <summary>Reads a list of such numbers, the current token; null is an empty list, and nulls in it are left out.</summary>
    /// <exception cref="FieldException">The token is not a list, or an element of it is not a whole number.</exception>
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
