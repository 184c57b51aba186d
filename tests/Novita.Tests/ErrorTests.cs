using System.Management.Automation;
using Microsoft.AspNetCore.Http;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

public sealed class ErrorTests : ServiceTest
{
    [Theory]
    [InlineData(401, """{"code":401,"reason":"UNAUTHORIZED","message":"no"}""", "ApiKeyRefused", ErrorCategory.AuthenticationError)]
    [InlineData(403, """{"code":403,"reason":"INVALID_API_KEY","message":"no"}""", "ApiKeyRefused", ErrorCategory.AuthenticationError)]
    [InlineData(403, """{"code":403,"reason":"FORBIDDEN","message":"no"}""", "AccessDenied", ErrorCategory.PermissionDenied)]
    [InlineData(403, "<html><h1>Access denied</h1>error code: 1010</html>", "AccessDenied", ErrorCategory.PermissionDenied)]
    [InlineData(400, """{"code":400,"reason":"VALIDATOR_PARAM","message":"bad"}""", "RequestInvalid", ErrorCategory.InvalidArgument)]
    [InlineData(400, """{"code":400,"reason":"RESOURCE_NOT_FOUND","message":"gone"}""", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData(404, "", "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData(403, """{"reason":"NOT_ENOUGH_BALANCE","message":"top up"}""", "BalanceTooLow", ErrorCategory.QuotaExceeded)]
    [InlineData(429, """{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"slow down"}""", "RateLimited", ErrorCategory.LimitsExceeded)]
    [InlineData(500, """{"code":500,"reason":"UNKNOWN","message":"oops"}""", "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData(502, "<html>Bad gateway</html>", "ServiceUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData(200, "<html>log in</html>", "ResponseInvalid", ErrorCategory.InvalidData)]
    [InlineData(200, """{"instances":[{"id":{},"cpuNum":"1"}]}""", "ResponseInvalid", ErrorCategory.InvalidData)]
    [InlineData(302, "", "ResponseInvalid", ErrorCategory.InvalidData)]
    public async Task A_reply_that_is_no_list_is_one_terminating_error(int status, string body, string id, ErrorCategory category)
    {
        var service = await StartAsync();
        var shell = Connect(service, "-MaximumRetryCount 0");
        using var fault = service.Intercept(async (context, _) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        });

        var run = shell.Invoke("try { Get-NovitaInstance -All } catch { throw }");

        Assert.NotNull(run.Terminating);
        Assert.Equal($"{id},Novita.Commands.GetNovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.Equal(category, run.Error.CategoryInfo.Category);
        Assert.NotNull(run.Error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task A_page_that_fails_for_good_names_itself_and_loses_nothing_before_it()
    {
        var service = await StartAsync(250);
        var shell = Connect(service, "-MaximumRetryCount 0");
        using var fault = service.Intercept(async (context, next) =>
        {
            if (context.Request.Query["pageNum"] == "2")
            {
                context.Response.StatusCode = 503;
                await context.Response.WriteAsync("""{"code":503,"reason":"SERVICE_NOT_AVAILABLE","message":"try later"}""");
            }
            else
            {
                await next(context);
            }
        });

        var run = shell.Invoke("Get-NovitaInstance -All");

        Assert.Equal(200, run.Output.Length);
        Assert.Equal("ServiceUnavailable", run.ErrorId);
        Assert.Contains("page 2", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("try later (SERVICE_NOT_AVAILABLE, HTTP 503)", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("False 200", shell.Invoke("try { $rows = @(); Get-NovitaInstance -All | ForEach-Object { $rows += $_ } } catch { \"$? $($rows.Count)\" }").Output.Single().ToString());
        Assert.Equal((503, "SERVICE_NOT_AVAILABLE", 1, 2), Details(run.Error.Exception));
    }

    [Fact]
    public async Task What_failed_stays_as_it_is_and_is_named_without_what_a_terminal_obeys()
    {
        const string Odd = "a\u001b\u202eb";
        var service = await StartAsync(1);
        var shell = Connect(service, "-MaximumRetryCount 0").With("odd", Odd);

        var missing = shell.Invoke("Get-NovitaInstance -Name $odd -Exact -All").Error;
        await service.DisposeAsync();
        var failed = shell.Invoke("Get-NovitaInstance -Name $odd").Error;

        Assert.Equal((Odd, "a`u{1b}`u{202e}b"), (missing.TargetObject, missing.CategoryInfo.TargetName));
        Assert.Equal(((Uri)failed.TargetObject).AbsoluteUri, failed.CategoryInfo.TargetName);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failed_connection()
    {
        var service = await StartAsync();
        var shell = Connect(service, "-MaximumRetryCount 0");
        await service.DisposeAsync();

        var run = shell.Invoke("Get-NovitaInstance");

        Assert.Equal("ConnectionFailed", run.ErrorId);
        Assert.Equal(ErrorCategory.ConnectionError, run.Error.CategoryInfo.Category);
    }

    [Fact]
    public async Task A_request_without_an_answer_times_out()
    {
        var service = await StartAsync();
        using var hang = service.Intercept((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var run = NewShell(service).Invoke("Connect-Novita -Endpoint $endpoint -ApiKey $key -TimeoutSec 1");

        Assert.Equal("RequestTimedOut", run.ErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, run.Error.CategoryInfo.Category);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_refused_connect_leaves_the_session_that_was_there_to_be_named()
    {
        var shell = Connect(await StartAsync(1)).With("wrong", "sk_wrong_key_of_someone");

        Assert.Equal("ApiKeyRefused", shell.Invoke("Connect-Novita -Endpoint $endpoint -ApiKey $wrong").ErrorId);

        Assert.Equal("NotConnected", shell.Invoke("Get-NovitaInstance").ErrorId);
        Assert.Single(shell.Output("Get-NovitaInstance -Session default"));
    }

    [Fact]
    public async Task A_list_that_no_reading_confirms_is_written_and_then_said_to_be_incomplete()
    {
        var service = await StartAsync(250);
        var shell = Connect(service);
        using var deaf = service.Intercept((context, next) =>
        {
            context.Request.QueryString = new QueryString("?pageSize=100&pageNum=0");
            return next(context);
        });

        var run = shell.Invoke("Get-NovitaInstance -All");

        Assert.Null(run.Terminating);
        Assert.Equal(100, run.Output.Length);
        Assert.Equal("ListIncomplete", run.ErrorId);
        Assert.Equal(ErrorCategory.InvalidResult, run.Error.CategoryInfo.Category);
        Assert.Contains("100", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("250", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.True(service.Requests.Count < 20);
        Assert.NotNull(shell.Invoke("Get-NovitaInstance -All -ErrorAction Stop").Terminating);
    }

    private static (int?, string?, int, int?) Details(Exception error)
    {
        var view = new PSObject(error);
        return ((int?)view.Properties["StatusCode"].Value, (string?)view.Properties["Reason"].Value, (int)view.Properties["Attempts"].Value, (int?)view.Properties["Page"].Value);
    }
}
