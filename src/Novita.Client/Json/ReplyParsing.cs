using System.Text.Json;
using Novita.Client.Http;
using Novita.Client.Paging;

namespace Novita.Client.Json;

/// <summary>Reads the bodies of replies. Whatever is wrong with one is <see cref="NovitaErrorKind.ResponseInvalid"/> and names the field, never the content.</summary>
internal static class ReplyParsing
{
    public static InstancePage ReadInstances(ReadOnlySpan<byte> body)
    {
        var reply = Read(body, ListInstancesReply.Shape) ?? throw Invalid("it is null");
        if (reply.Instances is null && reply.Total is null && reply.OtherMembers.Count > 0)
        {
            throw Invalid($"it has no instances but {string.Join(", ", reply.OtherMembers.Distinct().Take(5).Select(name => VisibleText.Of(VisibleText.Shorten(name, 40))))}");
        }

        var instances = reply.Instances ?? [];
        if (reply.OtherMembers.Exists(ErrorReading.IsOfError))
        {
            RefuseError(body, isAnswer: instances.Count > 0);
        }

        for (var index = 0; index < instances.Count; index++)
        {
            if (string.IsNullOrEmpty(instances[index]?.Id))
            {
                throw Invalid($"instances[{index}].id is missing");
            }
        }

        if (reply.Total < 0)
        {
            throw Invalid("total is negative");
        }

        return new InstancePage(instances!, reply.Total);
    }

    public static InstanceDetail ReadInstance(ReadOnlySpan<byte> body)
    {
        var instance = Read(body, InstanceDetail.DetailShape) ?? throw Invalid("it is null");
        if (instance.Id.Length == 0)
        {
            throw Invalid("id is missing");
        }

        RefuseError(body, isAnswer: true);
        instance.MaskSecrets();
        return instance;
    }

    /// <summary>Reads the reply to a change. The change was made, whatever JSON says of it or nothing does, unless that is an error; what is no JSON is someone else's.</summary>
    /// <exception cref="NovitaException">It is an error, or no JSON.</exception>
    public static ActionReply ReadAction(ReadOnlySpan<byte> body)
    {
        if (IsEmpty(body))
        {
            return new ActionReply();
        }

        RequireJson(body);
        var reply = FirstOf(body) == '{' ? Read(body, ActionReply.Shape)! : new ActionReply();
        RefuseError(body, isAnswer: !reply.SaysNothing);
        return reply;
    }

    /// <summary>Reads the reply to the creation of an instance, and gives its id.</summary>
    /// <exception cref="NovitaException">It has none.</exception>
    public static string ReadCreated(ReadOnlySpan<byte> body) =>
        ReadAction(body).Id is { Length: > 0 } id ? id
        : throw new NovitaException(NovitaErrorKind.ResponseInvalid, "The service took the request but gave no id for the new instance.");

    /// <summary>Reads a body of one shape.</summary>
    /// <returns>What it holds; null for null.</returns>
    /// <exception cref="NovitaException">It is no JSON of that shape.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> body, Shape<T> shape)
        where T : class
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            var reply = shape.Read(ref reader);

            // Only the end may follow.
            reader.Read();
            return reply;
        }
        catch (ReplyFieldException error)
        {
            throw Invalid($"{Field(body, reader)} {error.Problem}", error);
        }
        catch (InvalidOperationException error)
        {
            throw Invalid($"{Field(body, reader)} is not a valid text", error);
        }
        catch (JsonException error)
        {
            throw NoJson(body, error);
        }
    }

    /// <summary>Throws unless the body is JSON to its end.</summary>
    private static void RequireJson(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException error)
        {
            throw NoJson(body, error);
        }
    }

    /// <summary>Throws where the body tells of an error. Which, the transport reads: it knows what must not be quoted.</summary>
    private static void RefuseError(ReadOnlySpan<byte> body, bool isAnswer)
    {
        if (ErrorReading.DisguisedStatus(body, isAnswer) is not null)
        {
            throw Invalid("it is an error");
        }
    }

    private static NovitaException NoJson(ReadOnlySpan<byte> body, JsonException cause) => Invalid(
        FirstOf(body) == '<' ? "it is a web page, such as a proxy's or a login's"
        : IsEmpty(body) ? "it is empty"
        : $"it is not JSON, or was cut short, at byte {cause.BytePositionInLine} of line {cause.LineNumber + 1}",
        cause);

    private static bool IsEmpty(ReadOnlySpan<byte> body) => FirstOf(body) is null;

    /// <summary>Gives the first byte that is no white space; null where there is none.</summary>
    private static byte? FirstOf(ReadOnlySpan<byte> body)
    {
        foreach (var character in body)
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>Names what the reader stands at.</summary>
    private static string Field(ReadOnlySpan<byte> body, Utf8JsonReader reader) =>
        FieldPath.Of(body, reader.TokenStartIndex) is { Length: > 0 } path ? VisibleText.Of(VisibleText.Shorten(path, 100)) : "it";

    private static NovitaException Invalid(string problem, Exception? cause = null) =>
        new(NovitaErrorKind.ResponseInvalid, $"The service's reply is not what its contract says: {problem}.", cause);
}
