using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>
/// Finds the path of a value in a body, such as <c>instances[3].cpuNum</c>, by reading the body again: so the readers need not track
/// paths.
/// </summary>
internal static class FieldPath
{
    /// <summary>Returns the path of the value that begins at <paramref name="position"/>; an empty text for the whole body.</summary>
    /// <param name="body">The body, which is valid JSON up to the position.</param>
    /// <param name="position">The position in bytes.</param>
    public static string Of(ReadOnlySpan<byte> body, long position) => Of(body, [position])[0];

    /// <summary>Returns the paths of several values in one reading.</summary>
    /// <param name="body">The body, which is valid JSON up to the last position.</param>
    /// <param name="positions">The positions of the values in bytes, in ascending order.</param>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> body, IReadOnlyList<long> positions)
    {
        var paths = new List<string>(positions.Count);

        // For each object or list around the current token: the member's name, or the element's index.
        var path = new Stack<(string? Name, int Index)>();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.Pop();
                continue;
            }

            if (path.Count > 0 && reader.TokenType == JsonTokenType.PropertyName)
            {
                path.Pop();
                path.Push((JsonText.ReadName(ref reader), 0));
            }
            else if (path.Count > 0 && path.Peek().Name is null)
            {
                path.Push((null, path.Pop().Index + 1));
            }

            while (paths.Count < positions.Count && reader.TokenStartIndex >= positions[paths.Count])
            {
                paths.Add(Join(path));
            }

            if (paths.Count == positions.Count)
            {
                return paths;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    path.Push(("", 0));
                    break;
                case JsonTokenType.StartArray:
                    path.Push((null, -1));
                    break;
            }
        }

        while (paths.Count < positions.Count)
        {
            paths.Add(Join(path));
        }

        return paths;
    }

    private static string Join(IEnumerable<(string? Name, int Index)> path) =>
        string.Concat(path.Reverse().Select(step => step.Name is { } name ? $".{name}" : $"[{step.Index}]")).TrimStart('.');
}
