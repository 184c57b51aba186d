using System.Text.Json;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Lists;

/// <summary>Reads a response that is an object with one list of rows, without a total.</summary>
internal static class RowList
{
    /// <summary>Reads the rows; returns an empty list where the member is null or missing, and leaves null rows out.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="row">The table of a row.</param>
    /// <param name="member">The name of the member for the rows.</param>
    /// <exception cref="NovitaException">The body is not such a list (<see cref="NovitaErrorKind.ResponseInvalid"/>).</exception>
    public static List<T> Read<T>(ReadOnlySpan<byte> body, Shape<T> row, string member)
        where T : class
    {
        var shape = new Shape<Response<T>>(() => new(), ReadOther)
            .Add(member, (response, ref reader) => response.Rows = row.ReadList(ref reader) ?? []);
        var response = ResponseReader.Read(body, shape, out var unreadable) ?? throw ResponseReader.Invalid("it is null");
        if (response.OtherMembers.Exists(ErrorResponse.HasMember))
        {
            ErrorResponse.Refuse(body, isAnswer: response.Rows?.Count > 0);
        }

        if (response.Rows is null && response.OtherMembers.Count > 0)
        {
            var others = response.OtherMembers.Distinct().Take(5).Select(name => VisibleText.Shorten(name, 40));
            throw ResponseReader.Invalid($"it has no {member} but {string.Join(", ", others)}");
        }

        var rows = response.Rows ?? [];
        UnreadableRows.Assign(rows, unreadable);
        return [.. rows.OfType<T>()];

        static void ReadOther(Response<T> response, ref Utf8JsonReader reader) =>
            response.OtherMembers.Add(JsonText.ReadName(ref reader));
    }

    private sealed class Response<T>
    {
        public List<T?>? Rows { get; set; }

        public List<string> OtherMembers { get; } = [];
    }
}
