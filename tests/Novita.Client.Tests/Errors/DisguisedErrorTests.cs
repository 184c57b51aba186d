using System.Text;
using Novita.Client.Requests;

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
    [InlineData("""{"error":{"message":"not found"}}""", NovitaErrorKind.NotFound, 400)]
    [InlineData("""{"code":407}""", NovitaErrorKind.ProxyRefused, 407)]
    [InlineData("""{"error":{"code":409},"instances":[]}""", NovitaErrorKind.ResourceBusy, 409)]
    [InlineData("""{"CODE":"10001","instances":[{"id":"a"}],"total":1}""", NovitaErrorKind.RequestInvalid, 400)]
    [InlineData("""{"code":"UNAUTHORIZED","instances":[{"id":"a"}],"total":1}""", NovitaErrorKind.ApiKeyRefused, 400)]
    [InlineData("""{"reason":"CONFLICT","instances":[{"id":"a"}],"total":1}""", NovitaErrorKind.ResourceBusy, 400)]
    [InlineData("""{"error":{"code":"CONFLICT"},"instances":[{"id":"a"}],"total":1}""", NovitaErrorKind.ResourceBusy, 400)]
    public async Task A_list_and_a_change_fail_as_the_body_says_whatever_is_beside_it(string body, NovitaErrorKind kind, int status)
    {
        using var list = new TestClient(Answers.Json(200, body));
        using var change = new TestClient(Answers.Json(200, body));

        var listError = await list.FailAsync();
        var changeError = await Assert.ThrowsAsync<NovitaException>(() => change.Client.ChangeInstanceAsync(InstanceOperation.Start, "a", default));

        Assert.Equal((kind, status), (listError.Kind, listError.StatusCode));
        Assert.Equal((kind, status), (changeError.Kind, changeError.StatusCode));
        Assert.False(changeError.MayHaveHappened);
        Assert.Contains("HTTP 200", changeError.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":0,"message":"ok","instances":[],"total":0}""", 0)]
    [InlineData("""{"code":200,"reason":"OK","instances":[],"total":0}""", 0)]
    [InlineData("""{"code":"OK","error":null,"reason":"","instances":null,"total":0}""", 0)]
    [InlineData("""{"error":{},"instances":[],"total":0}""", 0)]
    [InlineData("""{"message":"none yet","pageNum":0,"instances":[],"total":0}""", 0)]
    [InlineData("""{"code":1,"reason":"by request","error":"none","instances":[{"id":"a"}],"total":1}""", 1)]
    public async Task A_list_beside_other_members_is_a_list(string body, int count)
    {
        using var test = new TestClient(Answers.Json(200, body));

        Assert.Equal(count, (await test.GetAsync()).Rows.Count);
    }

    [Theory]
    [InlineData("""{"id":"id0001","status":"exited","reason":"reclaimed","error":"out of memory","message":"gone"}""")]
    [InlineData("""{"id":"id0001","status":"exited","code":137}""")]
    [InlineData("""{"id":"id0001","status":"exited","error":{"message":"out of memory"}}""")]
    public async Task An_instance_with_a_member_called_reason_is_an_instance(string body)
    {
        using var test = new TestClient(Answers.Json(200, body));

        Assert.Equal("exited", (await test.Client.GetInstanceAsync("id0001", default)).Status);
        Assert.Equal("id0001", await test.Client.CreateInstanceAsync(Wanted.Gpu, default));
    }

    [Fact]
    public async Task An_instance_beside_the_name_of_an_error_is_an_error()
    {
        using var test = new TestClient(Answers.Json(200, """{"id":"id0001","reason":"UNAUTHORIZED"}"""));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.GetInstanceAsync("id0001", default));

        Assert.Equal(NovitaErrorKind.ApiKeyRefused, error.Kind);
    }

    [Theory]
    [InlineData("\ufeff<html>Log in</html>", "utf-16", "not JSON")]
    [InlineData("<html>Log in</html>", "utf-16BE", "not JSON")]
    [InlineData("[blocked]", "utf-8", "not JSON")]
    [InlineData("\"Blocked\" by corporate policy", "utf-8", "not JSON")]
    [InlineData("null and void", "utf-8", "not JSON")]
    [InlineData("\0", "utf-8", "not JSON")]
    public async Task A_change_that_something_else_answers_may_have_been_made(string body, string charset, string problem)
    {
        using var test = new TestClient(Answers.Bytes(200, Encoding.GetEncoding(charset).GetBytes(body)));

        var changed = await Assert.ThrowsAsync<NovitaException>(() => test.Client.ChangeInstanceAsync(InstanceOperation.Remove, "a", default));
        var created = await Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateInstanceAsync(Wanted.Gpu, default));

        Assert.Equal((NovitaErrorKind.ResponseInvalid, true), (changed.Kind, changed.MayHaveHappened));
        Assert.Equal((NovitaErrorKind.ResponseInvalid, true), (created.Kind, created.MayHaveHappened));
        Assert.Contains(problem, changed.Message, StringComparison.Ordinal);
    }
}
