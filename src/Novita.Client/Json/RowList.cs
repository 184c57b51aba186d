using Novita.Client.Text;

namespace Novita.Client.Json;

/// <summary>Reads a response that is an object with one list of rows, which have no ids and come without a total.</summary>
internal static class RowList
{
    /// <summary>Reads the rows; null, missing and empty are alike, and a row that is null is left out.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="row">How a row is read.</param>
    /// <param name="member">The member that holds the rows.</param>
    /// <exception cref="NovitaException">The body is not such a list (<see cref="NovitaErrorKind.ResponseInvalid"/>).</exception>
    public static List<T> Read<T>(ReadOnlySpan<byte> body, Shape<T> row, string member)
        where T : class
    {
        var shape = new Shape<Response<T>>(() => new(), (response, ref reader) => response.OtherMembers.Add(JsonText.ReadName(ref reader)))
            .Add(member, (response, ref reader) => response.Rows = row.ReadList(ref reader) ?? []);
        var response = ResponseReader.Read(body, shape) ?? throw ResponseReader.Invalid("it is null");
        if (response.OtherMembers.Exists(ErrorResponse.HasMember))
        {
            ErrorResponse.Refuse(body, isAnswer: response.Rows?.Count > 0);
        }

        if (response.Rows is null && response.OtherMembers.Count > 0)
        {
            var others = response.OtherMembers.Distinct().Take(5).Select(name => VisibleText.Shorten(name, 40));
            throw ResponseReader.Invalid($"it has no {member} but {string.Join(", ", others)}");
        }

        return [.. (response.Rows ?? []).OfType<T>()];
    }

    private sealed class Response<T>
    {
        public List<T?>? Rows { get; set; }

        public List<string> OtherMembers { get; } = [];
    }
}
