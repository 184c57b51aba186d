using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Replies;

public sealed class MalformedReplyTests
{
    [Theory]
    [InlineData("{\"instances\":[{\"id\":\"a\",\"name\":\"hunter2\"},{\"id\":\"b\",\"na")]
    [InlineData("{\"instances\":[{\"id\":\"hunter2\"}]")]
    [InlineData("<!DOCTYPE html><html><body>hunter2</body></html>")]
    [InlineData("hunter2")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"hunter2\"")]
    [InlineData("{\"instances\":\"hunter2\"}")]
    [InlineData("{\"instances\":[\"hunter2\"]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"}]} hunter2")]
    public void A_body_that_is_no_list_is_refused_without_its_content(string body) =>
        Assert.DoesNotContain("hunter2", Bodies.ReadInvalid(body), StringComparison.Ordinal);

    [Fact]
    public void A_200_with_an_error_in_it_is_no_empty_list()
    {
        var message = Bodies.ReadInvalid("""{"code":400,"reason":"VALIDATOR_PARAM","message":"hunter2","metadata":{}}""");

        Assert.Contains("code, reason, message", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"name\":\"n\"}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":\"\"}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":null}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},null]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":{}}]}")]
    [InlineData("{\"instances\":[{\"id\":\"a\"},{\"id\":\"\\ud800\"}]}")]
    public void A_missing_id_is_named_by_its_place(string body) =>
        Assert.Contains("instances[1].id is missing", Bodies.ReadInvalid(body), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"instances\":null}")]
    [InlineData("{\"instances\":[],\"total\":0}")]
    public void A_list_of_instances_that_is_missing_null_or_empty_has_no_rows(string body) => Assert.Empty(Bodies.Read(body).Rows);

    [Fact]
    public void A_cut_body_says_where_it_broke_off() =>
        Assert.Contains("at byte ", Bodies.ReadInvalid("{\"instances\":[{\"id\":\"a"), StringComparison.Ordinal);

    [Fact]
    public void A_name_of_bytes_that_are_not_a_text_is_passed_over()
    {
        byte[] body = [.. "{\"instances\":[{\"id\":\"a\",\"name\":\"caf"u8, 0xE9, .. "\"}]}"u8];

        var instance = Assert.Single(Bodies.Read(body).Rows);

        Assert.Equal("", instance.Name);
        Assert.Equal("name", Assert.Single(instance.Unreadable!).Path);
    }

    [Fact]
    public void The_message_is_one_sentence_of_moderate_length()
    {
        var message = Bodies.ReadInvalid($$"""{"{{new string('x', 5000)}}":1}""");

        Assert.InRange(message.Length, 1, 300);
    }
}
