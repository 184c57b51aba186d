using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
namespace Novita.Client.Json;

/// <summary>
/// Reads a text that many rows share, such as a status, a product or an image: each such text is made once and not once a row,
/// which saves most of a long list's memory.
/// </summary>
internal sealed class RepeatedTextConverter : JsonConverter<string?>
{
    private const int Places = 512;
    private const int LongestKept = 128;

    private static readonly TextConverter s_plain = new();

    // One for each thread, so that no lock is needed; a text takes the place of another with the same hash.
    [ThreadStatic]
    private static KeptText?[]? s_kept;

    [MethodImpl(Jit.AtOnce)]
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || reader.ValueSpan.Length > LongestKept)
        {
            return s_plain.Read(ref reader, typeToConvert, options);
        }

        ref var kept = ref (s_kept ??= new KeptText?[Places])[Place(reader.ValueSpan)];
        if (kept is null || !reader.ValueSpan.SequenceEqual(kept.Utf8))
        {
            kept = new KeptText(reader.ValueSpan.ToArray(), reader.GetString()!);
        }

        return kept.Text;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => throw new NotSupportedException();

    [MethodImpl(Jit.AtOnce)]
    private static int Place(ReadOnlySpan<byte> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)(hash % Places);
    }

    private sealed class KeptText
    {
        public KeptText(byte[] utf8, string text)
        {
            Utf8 = utf8;
            Text = text;
        }

        public byte[] Utf8 { get; }

        public string Text { get; }
    }
}
