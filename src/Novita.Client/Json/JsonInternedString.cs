using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>
/// Reads a text that many rows share, such as a status, a product or an image. Equal texts share one string, which saves most of the
/// memory of a long list.
/// </summary>
internal static class JsonInternedString
{
    private const int Places = 512;
    private const int MaxLength = 128;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    // A table for each thread needs no lock. A text replaces another with the same hash.
    [ThreadStatic]
    private static KeptText?[]? s_kept;

    /// <summary>Reads the current token as <see cref="JsonString.Read"/> does.</summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static string? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || reader.ValueIsEscaped
            || reader.ValueSpan.Length > MaxLength)
        {
            return JsonString.Read(ref reader);
        }

        ref var kept = ref (s_kept ??= new KeptText?[Places])[Place(reader.ValueSpan)];
        if (kept is null || !reader.ValueSpan.SequenceEqual(kept.Utf8))
        {
            kept = new KeptText(reader.ValueSpan.ToArray(), reader.GetString()!);
        }

        return kept.Text;
    }

    /// <summary>Reads the current token as <see cref="Read"/> does; returns null for an empty text.</summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static string? ReadNonEmpty(ref Utf8JsonReader reader) => Read(ref reader) is { Length: > 0 } text ? text : null;

    /// <summary>Returns the place of a text, by a hash of eight bytes at a time, which is faster than byte by byte.</summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    private static int Place(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text.Slice(sizeof(ulong)))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Prime;
            hash ^= hash >> 32;
        }

        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        // The high bits of a product depend on all bits of its factors.
        return (int)((hash >> 32) % Places);
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
