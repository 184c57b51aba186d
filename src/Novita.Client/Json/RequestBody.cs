using System.Text.Json;
using Novita.Client.Secrets;

namespace Novita.Client.Json;

/// <summary>
/// The JSON object of a POST. A member whose value is null is left out.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly Utf8JsonWriter _json;
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public RequestBody()
    {
        _json = new Utf8JsonWriter(_bytes);
        _json.WriteStartObject();
    }

    public RequestBody Add(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }

        return this;
    }

    /// <summary>Adds a text that is masked in messages.</summary>
    public RequestBody AddSecret(string name, string? value) => MarkSecret(value).Add(name, value);

    /// <summary>Masks a text in messages; a text under four characters is too common to be masked.</summary>
    public RequestBody MarkSecret(string? text)
    {
        if (text?.Trim() is { Length: >= SecretMask.MinLength } secret)
        {
            _secrets.Add(secret);
        }

        return this;
    }

    public RequestBody Add(string name, int? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }

        return this;
    }

    public RequestBody Add(string name, bool? value)
    {
        if (value is { } boolean)
        {
            _json.WriteBoolean(name, boolean);
        }

        return this;
    }

    /// <summary>Adds a list of numbers.</summary>
    public RequestBody Add(string name, IEnumerable<int> numbers)
    {
        _json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            _json.WriteNumberValue(number);
        }

        _json.WriteEndArray();
        return this;
    }

    /// <summary>Adds an object with the members that <paramref name="addMembers"/> adds.</summary>
    public RequestBody Add(string name, Action<RequestBody> addMembers)
    {
        _json.WriteStartObject(name);
        addMembers(this);
        _json.WriteEndObject();
        return this;
    }

    /// <summary>Adds a list of strings.</summary>
    public RequestBody Add(string name, IEnumerable<string> items)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStringValue(item);
        }

        _json.WriteEndArray();
        return this;
    }

    /// <summary>Adds a list of objects; null is left out, an empty list is sent.</summary>
    public RequestBody Add<T>(string name, IEnumerable<T>? items, Action<RequestBody, T> addMembers)
    {
        if (items is null)
        {
            return this;
        }

        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            _json.WriteStartObject();
            addMembers(this, item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        return this;
    }

    /// <summary>Masks the secrets of this body in a text of a response.</summary>
    public string Mask(string text) => new SecretMask(_secrets).Mask(text);

    /// <summary>Closes the object and returns its bytes. May be called again, for a retry.</summary>
    public byte[] ToArray()
    {
        if (_json.CurrentDepth > 0)
        {
            _json.WriteEndObject();
            _json.Flush();
        }

        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _json.Dispose();
        _bytes.Dispose();
    }
}
