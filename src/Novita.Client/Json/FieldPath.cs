using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Says where in a body something stands, as <c>instances[3].cpuNum</c>. It reads the body again up to there, so that no reader need keep track while all is well.</summary>
internal static class FieldPath
{
    /// <summary>Gives the path of the value that begins at <paramref name="position"/>; empty for the whole.</summary>
    /// <param name="body">What was read without an error up to there.</param>
    /// <param name="position">A number of bytes from its beginning.</param>
    public static string Of(ReadOnlySpan<byte> body, long position) => Of(body, [position])[0];

    /// <summary>Gives the paths of several values in one reading.</summary>
    /// <param name="body">What was read without an error up to the last of them.</param>
    /// <param name="positions">Where the values begin, in ascending order.</param>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> body, IReadOnlyList<long> positions)
    {
        var paths = new List<string>(positions.Count);

        // Of each object or list around the present token: the member's name, or the element's number.
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
