using System.Text.Json;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Errors;

/// <summary>A refusal may quote what was sent: what of that is a secret stays out of every text.</summary>
public sealed class SentSecretTests
{
    private const string Password = "correct-horse";
    private const string Value = "battery-staple";

    [Theory]
    [InlineData("{\"message\":\"bad: QUOTE\",\"reason\":\"VALIDATOR_PARAM\"}")]
    [InlineData("{\"error\":{\"message\":\"bad: QUOTE\"}}")]
    [InlineData("{\"error\":\"bad: QUOTE\"}")]
    [InlineData("{\"title\":\"bad: QUOTE\"}")]
    [InlineData("{\"reason\":\"QUOTE\",\"message\":\"bad\"}")]
    [InlineData("{\"code\":\"QUOTE\"}")]
    [InlineData("<html><body>bad: QUOTE</body></html>")]
    [InlineData("bad: QUOTE")]
    public async Task A_registry_password_and_the_values_of_variables_are_masked(string body)
    {
        foreach (var quote in new[] { $"user:{Password}", Password, Value, $"{Value} {Password} {Value}" })
        {
            var error = await RefuseAsync(400, body.Replace("QUOTE", quote, StringComparison.Ordinal), Value);

            AssertWithout(error, Password);
            AssertWithout(error, Value);
        }
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_password_and_variables_are_masked_in_a_failure_of_any_kind(int status)
    {
        var error = await RefuseAsync(status, $$"""{"message":"bad: {{Value}}"}""", Value);

        Assert.Contains("bad: ********", error.Message, StringComparison.Ordinal);
        AssertWithout(error, Value);
    }

    [Theory]
    [InlineData("""{"reason":"INSUFFICIENT_RESOURCE","message":"none left"}""", "resource", NovitaErrorKind.CapacityUnavailable)]
    [InlineData("""{"message":"image not found"}""", "found", NovitaErrorKind.NotFound)]
    public async Task A_secret_that_is_a_word_of_the_service_does_not_change_the_kind_of_failure(
        string body, string secret, NovitaErrorKind expected)
    {
        var error = await RefuseAsync(400, body, secret);

        Assert.Equal(expected, error.Kind);
        Assert.DoesNotContain(secret, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_secret_that_another_secret_begins_with_is_masked()
    {
        var error = await RefuseAsync(400, "{\"message\":\"bad: battery-staple\"}", "battery", "battery-staple");

        AssertWithout(error, "staple");
    }

    [Theory]
    [InlineData("quo\"te-and-back\\slash")]
    [InlineData("Grüße & <Küsse>")]
    public async Task A_secret_that_json_escapes_is_masked(string secret)
    {
        var quoted = JsonSerializer.Serialize(new { envs = new[] { new { key = "TOKEN", value = secret } } });
        var asGoWouldWrite = "{\"value\":\"" + secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"}";

        foreach (var quote in new[] { quoted, asGoWouldWrite })
        {
            AssertWithout(await RefuseAsync(400, JsonSerializer.Serialize(new { message = $"cannot read {quote}" }), secret), secret[^6..]);
            AssertWithout(await RefuseAsync(400, $"cannot read {quote}", secret), secret[^6..]);
        }
    }

    [Fact]
    public async Task A_secret_of_several_lines_is_masked()
    {
        const string Key = "-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA\n  -----END KEY-----\n";

        AssertWithout(await RefuseAsync(400, $"bad: {Key}", Key), "MIIEp");
        AssertWithout(await RefuseAsync(400, JsonSerializer.Serialize(new { message = Key }), Key), "MIIEp");
    }

    [Fact]
    public async Task A_secret_is_masked_before_a_long_text_is_cut() =>
        AssertWithout(await RefuseAsync(400, $$"""{"message":"{{new string('x', 290)}}{{Value}}"}""", Value), "battery");

    [Fact]
    public async Task A_text_too_short_to_be_a_secret_masks_nothing()
    {
        var error = await RefuseAsync(400, "{\"message\":\"gpuNum 1 is bad\"}", "1", "bad", "");

        Assert.Contains("gpuNum 1 is bad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_secret_is_told()
    {
        var error = await RefuseAsync(400, "{\"message\":\"no product 4090.16c62g for user\"}", Value);

        Assert.Contains("no product 4090.16c62g for user", error.Message, StringComparison.Ordinal);
    }

    private static async Task<NovitaException> RefuseAsync(int status, string body, params string[] values)
    {
        using var test = new TestClient(options => options with { MaximumRetryCount = 1 }, Answers.Html(status, body));
        var instance = Wanted.Gpu with
        {
            ImageAuth = $"user:{Password}",
            Variables = [.. values.Select((value, index) => KeyValuePair.Create($"NAME_{index}", value))],
        };

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateInstanceAsync(instance, test.Call));

        Assert.All(values.Where(value => value.Length > 6), value => Assert.DoesNotContain(test.Events, told => told.Text.Contains(value, StringComparison.Ordinal)));
        return error;
    }

    private static void AssertWithout(NovitaException error, string secret)
    {
        Assert.DoesNotContain(secret, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error.Reason ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(secret, $"{error.RequestUri}", StringComparison.Ordinal);
        Assert.Empty(error.Data);
    }
}
