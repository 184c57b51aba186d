using System.Text;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads text without throwing: a JSON string may hold unpaired surrogates, and bytes that are not UTF-8.</summary>
internal static class JsonText
{
    private const string Note = "(not a text)";

    /// <summary>Returns the text of a JSON string, or a note that it is not valid text; null for any other kind of value.</summary>
    public static string? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return Note;
        }
    }

    /// <summary>Returns the text of the JSON string that is the current token, or a note that it is not valid text.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Note;
        }
    }

    /// <summary>Returns the text of a body that is one JSON string.</summary>
    public static string ReadWhole(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>Returns the name of the member that is the current token; a name that is not valid text as its raw JSON.</summary>
    public static string ReadName(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonInternedString.Read(ref reader)!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
        }
    }
}
