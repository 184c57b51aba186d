using System.Text.Json;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Lists;

/// <summary>The response of a list endpoint.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class ListResponse<T>
    where T : Resource
{
    /// <summary>The rows; null where the member is null or missing.</summary>
    public List<T?>? Rows { get; private set; }

    /// <summary>The number of all rows that match; null where the service sends no total.</summary>
    public int? Total { get; private set; }

    /// <summary>The names of the other members. A response with other members only is not a list.</summary>
    public List<string> OtherMembers { get; } = [];

    /// <summary>Returns the table of a response.</summary>
    public static Shape<ListResponse<T>> ShapeOf(Shape<T> row, IEnumerable<string> members)
    {
        var shape = new Shape<ListResponse<T>>(() => new(), ReadOther);
        foreach (var member in members)
        {
            shape.Add(member, (response, ref reader) => response.Rows = row.ReadList(ref reader));
        }

        return shape.Add("total", (response, ref reader) => response.Total = JsonInt32.Read(ref reader));

        static void ReadOther(ListResponse<T> response, ref Utf8JsonReader reader) =>
            response.OtherMembers.Add(JsonText.ReadName(ref reader));
    }

    /// <summary>Reads the rows and the total.</summary>
    /// <param name="body">The body.</param>
    /// <param name="shape">The table from <see cref="ShapeOf"/>.</param>
    /// <param name="member">The documented name of the member for the rows, for messages.</param>
    /// <param name="bareRow">The table of a row where the body may also be a bare list or a bare row; null where it may not.</param>
    /// <exception cref="NovitaException">
    /// The body is not such a list, or a row has no id (<see cref="NovitaErrorKind.ResponseInvalid"/>).
    /// </exception>
    public static Page<T> Read(ReadOnlySpan<byte> body, Shape<ListResponse<T>> shape, string member, Shape<T>? bareRow = null)
    {
        var response = ReadBody(body, shape, bareRow, out var unreadable, out var isRow);
        if (response.Rows is null && response.Total is null && response.OtherMembers.Count > 0)
        {
            var others = response.OtherMembers.Distinct().Take(5).Select(name => VisibleText.Shorten(name, 40));
            throw ResponseReader.Invalid($"it has no {member} but {string.Join(", ", others)}");
        }

        var rows = response.Rows ?? [];
        if (response.OtherMembers.Exists(ErrorResponse.HasMember))
        {
            ErrorResponse.Refuse(body, isAnswer: rows.Count > 0);
        }

        var missing = rows.FindIndex(row => string.IsNullOrEmpty(row?.Id));
        if (missing >= 0)
        {
            throw ResponseReader.Invalid($"{member}[{missing}].id is missing");
        }

        if (isRow && unreadable.Count > 0)
        {
            rows[0]!.Unreadable = unreadable;
        }
        else
        {
            UnreadableRows.Assign(rows, unreadable);
        }

        return response.Total < 0 ? throw ResponseReader.Invalid("total is negative") : new Page<T>(rows!, response.Total);
    }

    private static ListResponse<T> ReadBody(
        ReadOnlySpan<byte> body,
        Shape<ListResponse<T>> shape,
        Shape<T>? bareRow,
        out IReadOnlyList<UnreadableValue> unreadable,
        out bool isRow)
    {
        isRow = false;
        if (bareRow is not null && ResponseReader.IsArray(body))
        {
            return new ListResponse<T> { Rows = ResponseReader.ReadList(body, bareRow, out unreadable) };
        }

        var response = ResponseReader.Read(body, shape, out unreadable) ?? throw ResponseReader.Invalid("it is null");
        if (bareRow is not null && response.Rows is null && response.OtherMembers.Contains("id"))
        {
            isRow = true;
            response.Rows = [ResponseReader.Read(body, bareRow, out unreadable)];
        }

        return response;
    }
}
