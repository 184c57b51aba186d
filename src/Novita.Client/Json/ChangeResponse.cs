using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>The response to a change. Few members are documented, and every member may be missing.</summary>
internal sealed class ChangeResponse
{
    /// <summary>How the response is read. Each noun has its own member name for the id.</summary>
    public static Shape<ChangeResponse> Shape { get; } = new Shape<ChangeResponse>(() => new())
        .Add("id", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("templateId", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("storageId", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("jobId", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("network", ReadNetwork)
        .Add("newInstanceId", (response, ref reader) => response.NewInstanceId = JsonString.ReadOrSkip(ref reader))
        .Add("state", (response, ref reader) => response.State = JsonString.ReadOrSkip(ref reader));

    /// <summary>Whether the response has no known member.</summary>
    public bool IsEmpty => Id is null && NewInstanceId is null && State is null && Text is null;

    /// <summary>The id of the created resource.</summary>
    public string? Id { get; set; }

    /// <summary>The text of a response that is one string, such as the id of a new network storage; null otherwise.</summary>
    public string? Text { get; set; }

    /// <summary>The new id of a migrated instance.</summary>
    public string? NewInstanceId { get; set; }

    /// <summary>The status that the resource has now.</summary>
    public string? State { get; set; }

    /// <summary>Reads the created network, an object or a list with one object.</summary>
    private static void ReadNetwork(ChangeResponse response, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            reader.Skip();
        }
        else if (Shape.ReadOneOrMore(ref reader) is [{ Id: { } id }])
        {
            response.Id = id;
        }
    }

    /// <summary>Reads a body. An empty body, and any JSON that is not an error, means that the change was made.</summary>
    /// <exception cref="NovitaException">The body is an error, or is not JSON.</exception>
    public static ChangeResponse Read(ReadOnlySpan<byte> body)
    {
        if (ResponseReader.IsEmpty(body))
        {
            return new ChangeResponse();
        }

        ResponseReader.RequireJson(body);
        var response = ResponseReader.FirstOf(body) switch
        {
            (byte)'{' => ResponseReader.Read(body, Shape)!,
            (byte)'"' => new ChangeResponse { Text = JsonText.ReadWhole(body) },
            _ => new ChangeResponse(),
        };
        ErrorResponse.Refuse(body, isAnswer: !response.IsEmpty);
        return response;
    }
}
