using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Novita.Client.Paging;

namespace Novita.Client.Json;

/// <summary>Reads the bodies of successful replies. Whatever is wrong with one is <see cref="NovitaErrorKind.ResponseInvalid"/> and names the field, never the content.</summary>
internal static class ReplyParsing
{
    public static InstancePage ReadInstances(ReadOnlySpan<byte> body)
    {
        var reply = Parse(body, NovitaJson.Default.ListInstancesReply);
        if (reply.Instances is null && reply.Total is null && reply.UnknownMembers is { Count: > 0 } others)
        {
            throw Invalid($"it has no instances but {string.Join(", ", others.Keys.Take(5).Select(name => VisibleText.Of(VisibleText.Shorten(name, 40))))}");
        }

        var instances = reply.Instances ?? [];
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
        var instance = Parse(body, NovitaJson.Default.InstanceDetail);
        return string.IsNullOrEmpty(instance.Id) ? throw Invalid("id is missing") : instance;
    }

    /// <summary>Reads the reply to a change. The change was made, whatever the reply says of it.</summary>
    public static ActionReply ReadAction(ReadOnlySpan<byte> body)
    {
        try
        {
            return Parse(body, NovitaJson.Default.ActionReply);
        }
        catch (NovitaException)
        {
            return new ActionReply();
        }
    }

    private static T Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw Invalid("it is null");
        }
        catch (ReplyFieldException error)
        {
            throw Invalid($"{Field(error)} {error.Problem}", error);
        }
        catch (JsonException error) when (Field(error) is { Length: > 0 } field && error.InnerException is null)
        {
            throw Invalid($"{field} has the wrong type", error);
        }
        catch (JsonException error)
        {
            throw Invalid($"it is not JSON, or was cut short, at byte {error.BytePositionInLine} of line {error.LineNumber + 1}", error);
        }
    }

    private static string Field(JsonException error) =>
        VisibleText.Of(VisibleText.Shorten((error.Path ?? "").TrimStart('$', '.'), 100));

    private static NovitaException Invalid(string problem, Exception? cause = null) =>
        new(NovitaErrorKind.ResponseInvalid, $"The service's reply is not what its contract says: {problem}.", cause);
}
