using System.Runtime.CompilerServices;

namespace Novita.Client.Json;

/// <summary>Compares ASCII texts as bytes.</summary>
internal static class AsciiText
{
    /// <summary>Whether two texts are equal, ignoring case.</summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var index = 0; index < one.Length; index++)
        {
            if (ToLower(one[index]) != ToLower(other[index]))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ToLower(byte character) => character is >= (byte)'A' and <= (byte)'Z' ? character | 0x20 : character;
}
