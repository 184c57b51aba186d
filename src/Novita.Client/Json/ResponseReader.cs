using System.Text.Json;
using Novita.Client.Text;

namespace Novita.Client.Json;

/// <summary>
/// Reads the bodies of responses. Every error is <see cref="NovitaErrorKind.ResponseInvalid"/> and names the field, never the content.
/// </summary>
internal static class ResponseReader
{
    /// <summary>Reads a body of one shape.</summary>
    /// <returns>The object; null for null.</returns>
    /// <exception cref="NovitaException">The body is not JSON of that shape.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> body, Shape<T> shape)
        where T : class =>
        Read(body, shape.Read, out _);

    /// <summary>Reads a body of one shape.</summary>
    /// <param name="body">The body.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="unreadable">Receives the values that were skipped because they do not fit their properties.</param>
    /// <returns>The object; null for null.</returns>
    /// <exception cref="NovitaException">The body is not JSON of that shape.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> body, Shape<T> shape, out IReadOnlyList<UnreadableValue> unreadable)
        where T : class =>
        Read(body, shape.Read, out unreadable);

    /// <summary>Reads a body that is a list of objects of one shape.</summary>
    /// <param name="body">The body.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="unreadable">Receives the values that were skipped because they do not fit their properties.</param>
    /// <returns>The objects, with null for null elements; null for null.</returns>
    /// <exception cref="NovitaException">The body is not JSON of that shape.</exception>
    public static List<T?>? ReadList<T>(ReadOnlySpan<byte> body, Shape<T> shape, out IReadOnlyList<UnreadableValue> unreadable)
        where T : class =>
        Read(body, shape.ReadList, out unreadable);

    /// <summary>Whether the body is a JSON list.</summary>
    public static bool IsArray(ReadOnlySpan<byte> body) => FirstOf(body) == '[';

    private static T? Read<T>(ReadOnlySpan<byte> body, ReadValue<T> read, out IReadOnlyList<UnreadableValue> unreadable)
        where T : class
    {
        var reader = new Utf8JsonReader(body);
        UnreadableNotes.Clear();
        try
        {
            reader.Read();
            var response = read(ref reader);

            // Throws for anything after the value.
            reader.Read();
            unreadable = UnreadableNotes.Take(body);
            return response;
        }
        catch (FieldException error)
        {
            throw Invalid($"{Field(body, reader)} {error.Problem}", error);
        }
        catch (InvalidOperationException error)
        {
            throw Invalid($"{Field(body, reader)} is not a valid text", error);
        }
        catch (JsonException error)
        {
            throw NoJson(body, error);
        }
    }

    /// <summary>Throws unless the body is JSON to its end.</summary>
    public static void RequireJson(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException error)
        {
            throw NoJson(body, error);
        }
    }

    private static NovitaException NoJson(ReadOnlySpan<byte> body, JsonException cause) => Invalid(
        FirstOf(body) == '<' ? "it is a web page, such as a proxy's or a login's"
        : IsEmpty(body) ? "it is empty"
        : $"it is not JSON, or was cut short, at byte {cause.BytePositionInLine} of line {cause.LineNumber + 1}",
        cause);

    /// <summary>Whether the body is empty or white space.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> body) => FirstOf(body) is null;

    /// <summary>Returns the first byte that is not white space; null for an empty body.</summary>
    public static byte? FirstOf(ReadOnlySpan<byte> body)
    {
        foreach (var character in body)
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>Returns the path of the current token; <c>it</c> for the whole body.</summary>
    private static string Field(ReadOnlySpan<byte> body, Utf8JsonReader reader) =>
        FieldPath.Of(body, reader.TokenStartIndex) is { Length: > 0 } path ? VisibleText.Shorten(path, 100) : "it";

    /// <summary>Creates the error for a response that breaks the contract.</summary>
    public static NovitaException Invalid(string problem, Exception? cause = null) =>
        new(NovitaErrorKind.ResponseInvalid, $"The service's response is not what its contract says: {problem}.", cause);
}
