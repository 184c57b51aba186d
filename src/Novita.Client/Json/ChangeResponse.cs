using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>The response to a change. Little of it is documented, so every member may be missing.</summary>
internal sealed class ChangeResponse
{
    /// <summary>How it is read. Each noun has its own name for the id.</summary>
    public static Shape<ChangeResponse> Shape { get; } = new Shape<ChangeResponse>(() => new())
        .Add("id", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("templateId", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("storageId", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("jobId", (response, ref reader) => response.Id = JsonString.ReadOrSkip(ref reader))
        .Add("network", ReadNetwork)
        .Add("newInstanceId", (response, ref reader) => response.NewInstanceId = JsonString.ReadOrSkip(ref reader))
        .Add("state", (response, ref reader) => response.State = JsonString.ReadOrSkip(ref reader));

    /// <summary>Whether the response says nothing.</summary>
    public bool IsEmpty => Id is null && NewInstanceId is null && State is null && Text is null;

    /// <summary>The id of what was created.</summary>
    public string? Id { get; set; }

    /// <summary>A response that is one string, as the id of a new network storage may come; null otherwise.</summary>
    public string? Text { get; set; }

    /// <summary>The new id of an instance that was migrated.</summary>
    public string? NewInstanceId { get; set; }

    /// <summary>The status that it has now.</summary>
    public string? State { get; set; }

    /// <summary>Reads the network that was created, alone or in a list of one.</summary>
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

    /// <summary>Reads a body. Any JSON that is not an error says that the change was made, and so does an empty body.</summary>
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
