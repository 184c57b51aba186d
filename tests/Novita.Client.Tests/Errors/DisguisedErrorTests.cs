using Novita.Client.Actions;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Errors;

/// <summary>Errors that come with the status of a success.</summary>
public sealed class DisguisedErrorTests
{
    [Theory]
    [InlineData("""{"code":401,"message":"no"}""", NovitaErrorKind.ApiKeyRefused, 401)]
    [InlineData("""{"code":"403","message":"no"}""", NovitaErrorKind.AccessDenied, 403)]
    [InlineData("""{"code":10001,"message":"no"}""", NovitaErrorKind.RequestInvalid, 400)]
    [InlineData("""{"reason":"RESOURCE_NOT_FOUND"}""", NovitaErrorKind.NotFound, 400)]
    [InlineData("""{"code":"BALANCE_NOT_ENOUGH"}""", NovitaErrorKind.BalanceTooLow, 400)]
    [InlineData("""{"error":{"code":409,"message":"no"}}""", NovitaErrorKind.ResourceBusy, 409)]
    [InlineData("""{"error":"not found"}""", NovitaErrorKind.NotFound, 400)]
    public async Task A_list_and_a_change_fail_as_the_body_says(string body, NovitaErrorKind kind, int status)
    {
        using var list = new TestClient(Answers.Json(200, body));
        using var change = new TestClient(Answers.Json(200, body));

        var listError = await list.FailAsync();
        var changeError = await Assert.ThrowsAsync<NovitaException>(() => change.Client.ChangeInstanceAsync(InstanceAction.Start, "a", default));

        Assert.Equal((kind, status), (listError.Kind, listError.StatusCode));
        Assert.Equal((kind, status), (changeError.Kind, changeError.StatusCode));
        Assert.False(changeError.MayHaveHappened);
        Assert.Contains("HTTP 200", changeError.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"code":0,"message":"success"}""")]
    [InlineData("""{"code":200,"reason":"OK"}""")]
    [InlineData("""{"code":"SUCCESS"}""")]
    [InlineData("""{"error":null}""")]
    [InlineData("""{"error":""}""")]
    [InlineData("""{"id":"a","state":"starting","reason":"by request"}""")]
    public async Task A_change_whose_reply_is_no_error_was_made(string body)
    {
        using var test = new TestClient(Answers.Json(200, body));

        Assert.Equal("a", (await test.Client.ChangeInstanceAsync(InstanceAction.Start, "a", default)).InstanceId);
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_tried_again()
    {
        using var test = new TestClient(Answers.Json(200, """{"code":503,"message":"later"}"""), Answers.Page());

        Assert.Single((await test.GetAsync()).Instances);
    }

    [Fact]
    public async Task A_change_that_a_web_page_answers_may_have_been_made()
    {
        using var test = new TestClient(Answers.Html(200, "\n<html>Log in</html>"));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.ChangeInstanceAsync(InstanceAction.Start, "a", default));

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.True(error.MayHaveHappened);
        Assert.Contains("web page", error.Message, StringComparison.Ordinal);
    }
}
