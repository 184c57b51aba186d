using System.Runtime.CompilerServices;

namespace Novita.Client.Json;

/// <summary>Compares texts that are bytes of ASCII.</summary>
internal static class AsciiText
{
    /// <summary>Whether two texts are one but for the case of letters.</summary>
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
