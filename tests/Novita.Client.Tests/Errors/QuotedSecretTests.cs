using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Novita.Client.Secrets;

namespace Novita.Client.Tests.Errors;

/// <summary>Secrets that someone else quotes in another writing.</summary>
public sealed class QuotedSecretTests
{
    private const string Secret = "p&ss \"first-part\"\r\n  <é+'> second-part";

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Encodings() =>
    [
        JsonSerializer.Serialize(Secret),
        JsonSerializer.Serialize(JsonSerializer.Serialize(Secret)),
        JsonSerializer.Serialize(Secret, s_relaxed),
        WebUtility.HtmlEncode(Secret),
        Uri.EscapeDataString(Secret),
        WebUtility.UrlEncode(Secret),
        Uri.EscapeDataString(Uri.EscapeDataString(Secret)),
        Secret.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal),
    ];

    [Fact]
    public void A_secret_that_is_written_as_it_is_is_masked_and_the_rest_stays() =>
        Assert.Equal("refused: ********, sorry", new SecretMask(Secret).Mask($"refused: {Secret.ToUpperInvariant()}, sorry"));

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_with_a_secret_in_another_encoding_is_withheld_whole(string encoded) =>
        Assert.Equal("********", new SecretMask(Secret).Mask($"refused: {encoded}, sorry"));

    [Fact]
    public void A_secret_that_looks_encoded_is_found_where_it_is_encoded_again() =>
        Assert.Equal("********", new SecretMask("a&b%41-secret").Mask($"refused: {WebUtility.HtmlEncode("a&b%41-secret")}, sorry"));

    [Theory]
    [InlineData("a-b", "alpha to beta")]
    [InlineData("!!!!", "no!")]
    [InlineData("first-part", "the first of many words, apart")]
    public void Other_words_stay(string secret, string text) => Assert.Equal(text, new SecretMask(secret).Mask(text));

    [Theory]
    [InlineData("a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-b", "a")]
    [InlineData("a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a", "a-")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaabaaaaaaaaaaaaaaaaaaaaaaaaa", "a")]
    public void A_text_that_is_made_to_take_long_does_not(string secret, string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 200_000));

        var watch = Stopwatch.StartNew();
        Assert.NotEqual("********", new SecretMask(secret).Mask(text));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void A_text_that_would_take_long_is_masked_whole()
    {
        var secrets = Enumerable.Range(0, 20_000).Select(number => $"a-secret-{number}").ToArray();

        Assert.Equal("********", new SecretMask(secrets[..1000]).Mask(new string('a', 64 * 1024)));
        Assert.Equal("********", new SecretMask(secrets).Mask("a text of some length"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("me:")]
    [InlineData("Bearer ")]
    public void A_text_with_a_secret_in_base64_or_hexadecimal_is_withheld_whole(string before)
    {
        const string Plain = "sk_test?>~0123456789";
        foreach (var after in new[] { "", "x", "xy", "xyz" })
        {
            var bytes = Encoding.UTF8.GetBytes(before + Plain + after);
            var base64 = Convert.ToBase64String(bytes);
            string[] writings =
            [
                base64, base64.TrimEnd('='), base64.Replace('+', '-').Replace('/', '_'), Uri.EscapeDataString(base64), base64.Replace("/", "\\/", StringComparison.Ordinal),
                Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes),
            ];
            foreach (var writing in writings)
            {
                Assert.Equal("********", new SecretMask(Plain).Mask($"no key '{writing}'."));
            }
        }
    }

    [Fact]
    public void A_secret_within_another_and_beside_another_leaves_nothing() =>
        Assert.Equal("a ******** b ********", new SecretMask("battery-staple", "battery", "stapler").Mask("a battery-staple b batterystapler"));

    [Fact]
    public async Task A_cause_that_quotes_nothing_is_kept()
    {
        using var test = new TestClient(options => options with { MaximumRetryCount = 0 }, Answers.Throws(new HttpRequestException("no route")));

        Assert.IsType<HttpRequestException>((await test.FailAsync()).InnerException);
    }
}
