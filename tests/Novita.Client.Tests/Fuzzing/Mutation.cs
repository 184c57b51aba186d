namespace Novita.Client.Tests.Fuzzing;

/// <summary>Spoils the bytes of a reply in a few of the ways that a wire, a gateway or a careless server does. The same random numbers give the same bytes.</summary>
internal static class Mutation
{
    private const int MostSteps = 6;
    private const int LongestBody = 16 * 1024;

    /// <summary>What JSON readers trip over.</summary>
    private static readonly byte[][] s_tokens =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-0", "-1", "1e999", "-1E+400", "1.5", "00", "0x1", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
            "99999999999999999999999999999999999999999999", "NaN", "Infinity", "\"\"", "\"-1\"", "\"1e3\"", "\" 7 \"", "\"253402300800\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
            "\"\\u0000\"", "\"\\u202e\"", "\"\\", "\"", "{}", "[]", "[null]", "[[]]", "{\"\":0}", "{\"id\":{}}", "[{}]", "//x\n", "/**/", ",", ":", "]", "}", "{", "[",
            "\"instances\":", "\"total\":", "\"id\":", "\"ID\":", "\"\\u0069d\":", "\"password\":", "\"node\":", "\"portMappings\":[null],", "\"envs\":[{\"key\":null}],",
        }.Select(text => System.Text.Encoding.UTF8.GetBytes(text)),
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0x00], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x1F, 0x8B],
        [.. Enumerable.Repeat((byte)'[', 80)], [.. Enumerable.Repeat((byte)'9', 400)],
    ];

    public static byte[] Spoil(byte[] body, IReadOnlyList<byte[]> others, Random random)
    {
        for (var steps = random.Next(1, random.Next(1, MostSteps) + 1); steps > 0; steps--)
        {
            body = Step(body, others, random);
        }

        return body.Length <= LongestBody ? body : body[..LongestBody];
    }

    private static byte[] Step(byte[] body, IReadOnlyList<byte[]> others, Random random)
    {
        var (from, to) = Range(body, random);
        // Twice as often as by chance what leaves the rest readable.
        switch (random.Next(16))
        {
            case 0 when body.Length > 0:
                var flipped = (byte[])body.Clone();
                flipped[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return body[..from];
            case 2:
                return [.. body[..from], .. body[to..]];
            case 3:
                return [.. body[..to], .. body[from..to], .. body[to..]];
            case 4:
                return [.. body[..from], .. s_tokens[random.Next(s_tokens.Length)], .. body[from..]];
            case 5:
                return [.. body[..from], .. s_tokens[random.Next(s_tokens.Length)], .. body[to..]];
            case 6:
                var other = others[random.Next(others.Count)];
                var (start, end) = Range(other, random);
                return [.. body[..from], .. other[start..end], .. body[to..]];
            default:
                return ReplaceValue(body, random);
        }
    }

    /// <summary>Puts something else in the place of a whole value, so that what follows is still read.</summary>
    private static byte[] ReplaceValue(byte[] body, Random random)
    {
        var from = Array.IndexOf(body, (byte)':', random.Next(body.Length + 1)) + 1;
        var to = from == 0 ? 0 : Array.FindIndex(body, from, item => item is (byte)',' or (byte)'}' or (byte)']');
        return to <= 0 ? body : [.. body[..from], .. s_tokens[random.Next(s_tokens.Length)], .. body[to..]];
    }

    private static (int From, int To) Range(byte[] body, Random random)
    {
        var from = random.Next(body.Length + 1);
        return (from, Math.Min(body.Length, from + random.Next(1 << random.Next(8))));
    }
}
