using System.Text;
using System.Text.Json;
using Novita.Client.Secrets;
using Novita.Client.Text;

namespace Novita.Client.Json;

/// <summary>
/// The values that could not be read in the response that this thread reads. Paths and texts are found later, from the body, so that a
/// response without such values costs nothing.
/// </summary>
internal static class UnreadableNotes
{
    private const int MaxText = 60;

    [ThreadStatic]
    private static List<Note>? s_notes;

    /// <summary>Drops the notes that a failed reading left.</summary>
    public static void Clear() => s_notes?.Clear();

    /// <summary>Drops the notes from a position on, where the reader reads again.</summary>
    public static void ClearFrom(long position) => s_notes?.RemoveAll(note => note.Begin >= position);

    /// <summary>Notes a value.</summary>
    /// <param name="begin">The value's position in the body.</param>
    /// <param name="end">The position after the value.</param>
    /// <param name="error">The reader's exception.</param>
    public static void Add(long begin, long end, Exception error) =>
        (s_notes ??= []).Add(new Note(begin, end, (error as FieldException)?.Problem ?? "is not a valid text"));

    /// <summary>Returns the noted values of a body, in the body's order, and drops the notes.</summary>
    public static IReadOnlyList<UnreadableValue> Take(ReadOnlySpan<byte> body)
    {
        if (s_notes is not { Count: > 0 } notes)
        {
            return [];
        }

        var paths = FieldPath.Of(body, notes.ConvertAll(note => note.Begin));
        var values = new List<UnreadableValue>(notes.Count);
        for (var index = 0; index < notes.Count; index++)
        {
            var note = notes[index];
            var value = body.Slice((int)note.Begin, (int)(note.End - note.Begin));
            values.Add(new UnreadableValue(paths[index], Show(paths[index], value), note.Problem));
        }

        notes.Clear();
        return values;
    }

    /// <summary>
    /// Returns the text of a value for a message. Environment variables, connection data and members with a secret's name are masked; the
    /// content of objects and lists, which may hold such values, is left out.
    /// </summary>
    private static string Show(string path, ReadOnlySpan<byte> value)
    {
        if (Array.Exists(path.Split('.'), MayBeSecret))
        {
            return Secret.Asterisks;
        }

        var reader = new Utf8JsonReader(value);
        reader.Read();
        var text = reader.TokenType switch
        {
            JsonTokenType.StartObject => value.Length == 2 ? "{}" : "{...}",
            JsonTokenType.StartArray => value.Length == 2 ? "[]" : "[...]",
            JsonTokenType.String => $"\"{AddressMask.MaskWords(JsonText.Read(ref reader))}\"",
            _ => Encoding.UTF8.GetString(value.ToArray()),
        };
        return VisibleText.Of(VisibleText.Shorten(text, MaxText));
    }

    private static bool MayBeSecret(string name) =>
        SecretNames.IsSecret(name)
        || name.StartsWith("envs", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("connectComponent", StringComparison.OrdinalIgnoreCase);

    private readonly record struct Note(long Begin, long End, string Problem);
}
