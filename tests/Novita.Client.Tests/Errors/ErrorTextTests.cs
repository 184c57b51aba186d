using System.Text.Json;
using Novita.Client.Text;

namespace Novita.Client.Tests.Errors;

/// <summary>What of a refusal's text reaches a terminal or a log.</summary>
public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("{\"message\":\"the key KEY is not known\",\"reason\":\"UNAUTHORIZED\"}")]
    [InlineData("{\"error\":{\"message\":\"the key KEY is not known\"}}")]
    [InlineData("<html>the key KEY is not known</html>")]
    [InlineData("the key KEY is not known")]
    public async Task A_key_that_is_quoted_is_masked(string body)
    {
        using var test = new TestClient(Answers.Json(401, body.Replace("KEY", TestClient.Key, StringComparison.Ordinal)));

        var error = await test.FailAsync();

        Assert.Contains("the key ******** is not known", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_masked_before_its_end_can_be_cut_off()
    {
        using var test = new TestClient(Answers.Json(400, $$"""{"message":"{{new string('x', 290)}}{{TestClient.Key}}"}"""));

        Assert.DoesNotContain(TestClient.Key[..8], (await test.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_a_response_that_cannot_be_read_is_masked()
    {
        using var test = new TestClient(Answers.Json(200, $$"""{"{{TestClient.Key}}":1}"""));

        Assert.Contains("no instances but ********", (await test.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_masked_where_it_is_quoted_without_its_user()
    {
        using var test = new TestClient(Answers.Json(400, "{\"message\":\"hunter2-hunter2 is wrong\"}"));

        var error = await Assert.ThrowsAsync<NovitaException>(() =>
            test.Client.CreateInstanceAsync(Wanted.Gpu with { ImageAuth = "me:hunter2-hunter2" }, test.Call));

        Assert.Contains("******** is wrong", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_is_told_by_its_source_and_last_characters()
    {
        using var test = new TestClient(Answers.Status(401));

        Assert.Contains("from a test, ending in abcd", (await test.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001b[31mred", "`u{1b}[31mred")]
    [InlineData("a\u0007b", "a`u{7}b")]
    [InlineData("a\u009bb", "a`u{9b}b")]
    [InlineData("a\u202eb", "a`u{202e}b")]
    [InlineData("a\u200bb", "a`u{200b}b")]
    [InlineData("a\u200db", "a`u{200d}b")]
    [InlineData("\u200cx\u200d", "`u{200c}x`u{200d}")]
    [InlineData("é\u200d\u200dé", "é`u{200d}`u{200d}é")]
    [InlineData("é\u200d\u202eé", "é`u{200d}`u{202e}é")]
    [InlineData("a\nb", "a`u{a}b")]
    [InlineData("a\u2028b", "a`u{2028}b")]
    [InlineData("a\U000e0041b", "a`u{db40}`u{dc41}b")]
    public async Task What_a_terminal_would_obey_is_written_out(string text, string expected)
    {
        using var test = new TestClient(Answers.Json(400, JsonSerializer.Serialize(new { message = text, reason = text })));

        var error = await test.FailAsync();

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, error.Message, StringComparison.Ordinal);
        Assert.Equal(expected, error.Reason);
    }

    [Fact]
    public void Half_a_character_is_written_out() => Assert.Equal("a`u{d83d}b", VisibleText.Of("a\ud83db"));

    [Theory]
    [InlineData("Ä 日本 🚀")]
    [InlineData("it's 100 % \"fine\"")]
    [InlineData("می\u200cخواهم")]
    [InlineData("क्\u200dष")]
    [InlineData("👩\u200d💻")]
    [InlineData("❤\ufe0f\u200d🔥")]
    public async Task What_people_write_stays(string text)
    {
        using var test = new TestClient(Answers.Json(400, JsonSerializer.Serialize(new { message = text })));

        Assert.Contains(text, (await test.FailAsync()).Message, StringComparison.Ordinal);
    }
}
