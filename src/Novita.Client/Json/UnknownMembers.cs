using System.Text.Json;
using Novita.Client.Secrets;

namespace Novita.Client.Json;

/// <summary>
/// The undocumented members of an object, kept as JSON: parsed values would take many times the memory and are rarely read.
/// </summary>
internal sealed class UnknownMembers
{
    private const int FirstBuffer = 128;

    // A JSON object. The length leaves out the closing brace, which the next member overwrites.
    private byte[] _json = new byte[FirstBuffer];
    private int _length;

    public UnknownMembers() => Write((byte)'{');

    /// <summary>The members as a JSON object.</summary>
    public ReadOnlySpan<byte> Json => _json.AsSpan(0, _length + 1);

    /// <summary>Adds the member whose name is the current token, and leaves the reader at the last token of the value.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            AddToken(ref reader);
        }
        while (IsOpen(ref reader, depth) && reader.Read());

        Write((byte)'}');
        _length--;
    }

    /// <summary>
    /// Returns the texts and numbers that are secret: those of members with a secret's name, and all within such a member but the names
    /// of users. Values under four characters are left out, because they are too common to be masked.
    /// </summary>
    public HashSet<string> FindSecrets()
    {
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Json);
        var isSecret = false;

        // The depth of the outermost object or list that is secret as a whole.
        var secretDepth = int.MaxValue;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var name = JsonText.ReadName(ref reader);
                    var isUser = name.IndexOf("user", StringComparison.OrdinalIgnoreCase) >= 0;
                    isSecret = SecretNames.IsSecret(name) || (secretDepth < int.MaxValue && !isUser);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    secretDepth = isSecret ? Math.Min(secretDepth, reader.CurrentDepth) : secretDepth;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    secretDepth = reader.CurrentDepth <= secretDepth ? int.MaxValue : secretDepth;
                    break;
                case JsonTokenType.String or JsonTokenType.Number when isSecret
                    && JsonString.ReadOrSkip(ref reader)?.Trim() is { Length: >= SecretMask.MinLength } secret:
                    secrets.Add(secret);
                    break;
            }

            isSecret = secretDepth < int.MaxValue;
        }

        return secrets;
    }

    /// <summary>Whether a member at a depth goes on after the current token.</summary>
    private static bool IsOpen(ref Utf8JsonReader reader, int depth) =>
        reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray
        || reader.CurrentDepth > depth;

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
