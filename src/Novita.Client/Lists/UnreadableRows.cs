using System.Globalization;
using Novita.Client.Json;

namespace Novita.Client.Lists;

/// <summary>Assigns the values of a list that could not be read to their rows.</summary>
internal static class UnreadableRows
{
    /// <summary>Sets <see cref="Resource.Unreadable"/> of each row that has such values.</summary>
    /// <param name="rows">The rows of the response.</param>
    /// <param name="unreadable">The values, with paths such as <c>instances[3].memory</c>.</param>
    public static void Assign(IReadOnlyList<object?> rows, IReadOnlyList<UnreadableValue> unreadable)
    {
        foreach (var values in unreadable.ToLookup(value => RowOf(value.Path)))
        {
            // A list that comes twice may have been longer the first time.
            if (values.Key < rows.Count && rows[values.Key] is Resource row)
            {
                row.Unreadable = [.. values.Select(value => value with { Path = value.Path.Substring(value.Path.IndexOf(']') + 2) })];
            }
        }
    }

    private static int RowOf(string path)
    {
        var begin = path.IndexOf('[') + 1;
        return int.Parse(path.Substring(begin, path.IndexOf(']') - begin), CultureInfo.InvariantCulture);
    }
}
