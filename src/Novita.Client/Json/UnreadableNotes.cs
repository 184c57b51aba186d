using System.Text;
using System.Text.Json;
using Novita.Client.Secrets;
using Novita.Client.Text;

namespace Novita.Client.Json;

/// <summary>
/// Notes the values that could not be read in the response that this thread reads. All is decided later, from the body: nothing is noted
/// while all is well.
/// </summary>
internal static class UnreadableNotes
{
    private const int MaxText = 60;

    [ThreadStatic]
    private static List<Note>? s_notes;

    /// <summary>Forgets what a reading that failed has left.</summary>
    public static void Clear() => s_notes?.Clear();

    /// <summary>Forgets the notes from a position on, because what stands there is read again.</summary>
    public static void ClearFrom(long position) => s_notes?.RemoveAll(note => note.Begin >= position);

    /// <summary>Notes a value.</summary>
    /// <param name="begin">The value's position in the body.</param>
    /// <param name="end">The position after the value.</param>
    /// <param name="error">Why it could not be read.</param>
    public static void Add(long begin, long end, Exception error) =>
        (s_notes ??= []).Add(new Note(begin, end, (error as FieldException)?.Problem ?? "is not a valid text"));

    /// <summary>Takes the notes about a body, in the body's order.</summary>
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
            values.Add(new UnreadableValue(paths[index], Show(paths[index], body.Slice((int)note.Begin, (int)(note.End - note.Begin))),
                note.Problem));
        }

        notes.Clear();
        return values;
    }

    /// <summary>
    /// Shows a value, but nothing that may be a secret: no variable, no way into an instance, and nothing of an object, in which there
    /// may be either.
    /// </summary>
    private static string Show(string path, ReadOnlySpan<byte> value)
    {
        var names = path.Split('.');
        if (Array.Exists(names, name => SecretNames.IsSecret(name)
                || name.StartsWith("envs", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("connectComponent", StringComparison.OrdinalIgnoreCase)))
        {
            return Secret.Asterisks;
        }

        var reader = new Utf8JsonReader(value);
        reader.Read();
        var text = reader.TokenType switch
        {
            JsonTokenType.StartObject => value.Length == 2 ? "{}" : "{...}",
            JsonTokenType.StartArray => value.Length == 2 ? "[]" : "[...]",
            JsonTokenType.String => $"\"{AddressMask.In(JsonText.Read(ref reader))}\"",
            _ => Encoding.UTF8.GetString(value.ToArray()),
        };
        return VisibleText.Of(VisibleText.Shorten(text, MaxText));
    }

    private readonly record struct Note(long Begin, long End, string Problem);
}
