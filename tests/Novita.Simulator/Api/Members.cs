using System.Text.Json;

namespace Novita.Simulator.Api;

/// <summary>The members of a JSON object, read by the letter: what is not asked for by <see cref="End"/> does not belong there.</summary>
internal sealed class Members
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread;
    private readonly string _path;

    private Members(JsonElement element, string path)
    {
        _path = path;

        if (element.ValueKind is not JsonValueKind.Object)
        {
            throw Invalid(path.TrimEnd('.'), "value must be an object");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, member.Value))
            {
                throw Invalid(path + member.Name, "it is there twice");
            }
        }

        _unread = [.. _members.Keys];
    }

    public static Members Of(JsonElement body) => new(body, "body.");

    public string RequiredText(string name, int least, int most) => Text(name, most, least) ?? throw Missing(name);

    public int RequiredNumber(string name, int least, int most) => Number(name, least, most) ?? throw Missing(name);

    public bool RequiredFlag(string name) => Flag(name) ?? throw Missing(name);

    public IReadOnlyList<string> RequiredTexts(string name, int most) =>
        RequiredItems(name, most, "strings", item => item.ValueKind is JsonValueKind.String, item => item.GetString()!);

    public IReadOnlyList<int> Numbers(string name, int most) => RequiredItems(
        name, most, "integers", item => item.ValueKind is JsonValueKind.Number && item.TryGetInt32(out _), item => item.GetInt32());

    public IReadOnlyList<T> RequiredObjects<T>(string name, int most, Func<Members, T> read) =>
        Objects(name, most, read) ?? throw Missing(name);

    public T RequiredObject<T>(string name, Func<Members, T> read) =>
        TryTake(name, out var value) ? Read(value, name, read) : throw Missing(name);

    public string? Text(string name, int most, int least = 0)
    {
        if (!TryTake(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            throw Wrong(name, "value must be a string");
        }

        var text = value.GetString()!;
        return text.Length >= least && text.Length <= most
            ? text
            : throw Wrong(name, $"value length must be between {least} and {most} characters");
    }

    public int? Number(string name, int least, int most)
    {
        if (!TryTake(name, out var value))
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Wrong(name, $"value must be an integer between {least} and {most}");
    }

    public bool? Flag(string name)
    {
        if (!TryTake(name, out var value))
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Wrong(name, "value must be true or false");
    }

    public IReadOnlyList<T>? Objects<T>(string name, int most, Func<Members, T> read)
    {
        if (!TryTake(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.Array)
        {
            throw Wrong(name, "value must be an array");
        }

        return value.GetArrayLength() <= most
            ? [.. value.EnumerateArray().Select((item, index) => Read(item, $"{name}[{index}]", read))]
            : throw Wrong(name, $"value must have no more than {most} items");
    }

    /// <summary>Refuses what was not read.</summary>
    public void End()
    {
        if (_unread.Count > 0)
        {
            throw Wrong(_unread.Order(StringComparer.Ordinal).First(), "there is no such member here");
        }
    }

    /// <summary>What to throw for a value that is wrong for a reason of its own.</summary>
    public Refusal Wrong(string name, string rule) => Invalid(_path + name, rule);

    private static Refusal Invalid(string path, string rule) =>
        new(ApiError.InvalidParameter(path.StartsWith("body.", StringComparison.Ordinal) ? path["body.".Length..] : path, rule));

    private Refusal Missing(string name) => Wrong(name, "value is required");

    private T Read<T>(JsonElement value, string name, Func<Members, T> read)
    {
        var members = new Members(value, $"{_path}{name}.");
        var result = read(members);
        members.End();
        return result;
    }

    private T[] RequiredItems<T>(string name, int most, string kind, Func<JsonElement, bool> isOne, Func<JsonElement, T> read)
    {
        var value = TryTake(name, out var given) ? given : throw Missing(name);
        return value.ValueKind is JsonValueKind.Array && value.GetArrayLength() <= most && value.EnumerateArray().All(isOne)
            ? [.. value.EnumerateArray().Select(read)]
            : throw Wrong(name, $"value must be an array of no more than {most} {kind}");
    }

    private bool TryTake(string name, out JsonElement value)
    {
        _unread.Remove(name);
        return _members.TryGetValue(name, out value);
    }
}
