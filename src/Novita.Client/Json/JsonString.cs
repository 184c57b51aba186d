using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a string; takes a number or a boolean too.</summary>
internal static class JsonString
{
    /// <summary>Reads the current token, which may be a member's name.</summary>
    /// <returns>The text; null for null.</returns>
    /// <exception cref="FieldException">The token is an object or a list.</exception>
    /// <exception cref="InvalidOperationException">The token holds unpaired surrogates, or bytes that are not UTF-8.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static string? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Null => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new FieldException($"is {Token.Name(reader.TokenType)} where a text belongs"),
    };

    /// <summary>Reads the current token as <see cref="Read"/> does; returns null for an empty string.</summary>
    public static string? ReadNonEmpty(ref Utf8JsonReader reader) => Read(ref reader) is { Length: > 0 } text ? text : null;

    /// <summary>Reads a list of strings, the current token; null is an empty list, and null elements are left out.</summary>
    /// <exception cref="FieldException">The token is not a list, or an element is not a string.</exception>
    public static DisplayList<string> ReadList(ref Utf8JsonReader reader)
    {
        var list = new DisplayList<string>();
        if (Token.Opens(ref reader, JsonTokenType.StartArray))
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (Read(ref reader) is { } text)
                {
                    list.Add(text);
                }
            }
        }

        return list;
    }

    /// <summary>Reads the current token and ignores a value of another kind.</summary>
    /// <returns>The string, or a number as text; null for any other value.</returns>
    public static string? ReadOrSkip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            reader.Skip();
            return null;
        }

        try
        {
            return Read(ref reader);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a list of strings; empty strings and elements of another kind are left out.</summary>
    /// <returns>The strings; an empty list for a value of another kind.</returns>
    public static DisplayList<string> ReadListOrSkip(ref Utf8JsonReader reader)
    {
        var texts = new DisplayList<string>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return texts;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadOrSkip(ref reader) is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}
