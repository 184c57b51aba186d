using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>The one reading of texts, which may also come as a number or a truth value.</summary>
internal static class Text
{
    /// <summary>Reads the current token, which may be a member's name.</summary>
    /// <returns>The text; null for null.</returns>
    /// <exception cref="ReplyFieldException">The token is an object or a list.</exception>
    /// <exception cref="InvalidOperationException">The token holds half characters, or bytes that are no text.</exception>
    [MethodImpl(Jit.AtOnce)]
    public static string? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Null => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new ReplyFieldException($"is {Token.Name(reader.TokenType)} where a text belongs"),
    };

    /// <summary>Reads the current token where nothing depends on it.</summary>
    /// <returns>The text; null for what is none.</returns>
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

    /// <summary>Reads a list of texts where nothing depends on it; elements that are no text, and empty ones, are left out.</summary>
    /// <returns>The texts; an empty list for a value of another kind.</returns>
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
