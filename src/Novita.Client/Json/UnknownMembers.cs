using System.Text.Json;
using Novita.Client.Secrets;

namespace Novita.Client.Json;

/// <summary>
/// The members of an object that no contract describes, as the JSON they came in: an object for each would take many times the
/// memory, and hardly anyone looks.
/// </summary>
internal sealed class UnknownMembers
{
    private const int FirstBuffer = 128;

    // An object of them, the last brace not counted: it makes way for the next.
    private byte[] _json = new byte[FirstBuffer];
    private int _length;

    public UnknownMembers() => Write((byte)'{');

    /// <summary>The object, as JSON.</summary>
    public ReadOnlySpan<byte> Json => _json.AsSpan(0, _length + 1);

    /// <summary>Adds the member whose name the reader stands at, and leaves the reader at the end of its value.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            AddToken(ref reader);
        }
        while ((reader.TokenType == JsonTokenType.PropertyName || reader.CurrentDepth > depth || IsOpening(reader.TokenType))
            && reader.Read());

        Write((byte)'}');
        _length--;
    }

    /// <summary>Gives the texts and numbers in them that are secrets by their names, those too short to look for left out.</summary>
    public HashSet<string> FindSecrets()
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Json);
        var isSecret = false;
        var within = int.MaxValue;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    // What a secret holds is secret too, but for whose it is.
                    var name = JsonText.ReadName(ref reader);
                    isSecret = SecretNames.IsSecret(name) || (within < int.MaxValue
                        && name.IndexOf("user", StringComparison.OrdinalIgnoreCase) < 0);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    within = isSecret ? Math.Min(within, reader.CurrentDepth) : within;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    within = reader.CurrentDepth <= within ? int.MaxValue : within;
                    break;
                case JsonTokenType.String or JsonTokenType.Number when isSecret
                    && JsonString.ReadOrSkip(ref reader)?.Trim() is { Length: >= SecretMask.MinLength } secret:
                    secrets.Add(secret);
                    break;
            }

            isSecret = within < int.MaxValue;
        }

        return secrets;
    }

    private static bool IsOpening(JsonTokenType token) => token is JsonTokenType.StartObject or JsonTokenType.StartArray;

    private void AddToken(ref Utf8JsonReader reader)
    {
        var token = reader.TokenType;
        if (token is not (JsonTokenType.EndObject or JsonTokenType.EndArray)
            && _json[_length - 1] is not ((byte)'{' or (byte)'[' or (byte)':'))
        {
            Write((byte)',');
        }

        var isQuoted = token is JsonTokenType.PropertyName or JsonTokenType.String;
        if (isQuoted)
        {
            Write((byte)'"');
        }

        Reserve(reader.ValueSpan.Length);
        reader.ValueSpan.CopyTo(_json.AsSpan(_length));
        _length += reader.ValueSpan.Length;
        if (isQuoted)
        {
            Write((byte)'"');
        }

        if (token == JsonTokenType.PropertyName)
        {
            Write((byte)':');
        }
    }

    private void Write(byte character)
    {
        Reserve(1);
        _json[_length++] = character;
    }

    private void Reserve(int count)
    {
        if (_json.Length - _length < count)
        {
            Array.Resize(ref _json, Math.Max(_json.Length * 2, _length + count));
        }
    }
}
