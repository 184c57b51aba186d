using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Novita.Client.Requests;

namespace Novita.Client.Tests.Http;

/// <summary>A change is sent again only where the service has not acted on it, and a failure says whether it may have.</summary>
public sealed class PostRetryTests
{
    private const string AllTheSame = "The service may have done it all the same.";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_429_is_waited_out_and_the_same_is_sent_again()
    {
        using var test = new TestClient(Answers.Throttled("17"), Answers.Throttled(), Answers.Json(200, "{\"id\":\"a1\"}"));

        Assert.Equal("a1", await test.Client.CreateInstanceAsync(Wanted.Gpu, test.Call));

        Assert.Equal(3, test.Handler.Count);
        Assert.Single(test.Handler.Sent.Distinct());
        Assert.Equal([17, 1], test.Clock.WaitsInSeconds);
        Assert.Equal(["throttled, retry 1 of 4 in 17 s", "throttled, retry 2 of 4 in 1 s"], test.Retries);
    }

    /// <summary>Windows PowerShell has its own words for what happened.</summary>
    [Theory]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.TryAgain)]
    [InlineData(SocketError.NoData)]
    [InlineData(WebExceptionStatus.ConnectFailure)]
    [InlineData(WebExceptionStatus.NameResolutionFailure)]
    public async Task A_change_is_sent_again_where_there_was_no_connection(Enum reason)
    {
        var failure = Answers.Throws(new HttpRequestException("failed", Cause(reason)));
        using var test = new TestClient(failure, Answers.Json(200, "{\"id\":\"a1\"}"));

        Assert.Equal("a1", await test.Client.CreateInstanceAsync(Wanted.Gpu, test.Call));
        Assert.Equal(2, test.Handler.Count);
        Assert.Single(test.Handler.Sent.Distinct());
        Assert.Equal(["connection lost, retry 1 of 4 in 0.5 s"], test.Retries);
    }

    [Theory]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.NetworkUnreachable)]
    [InlineData(SocketError.ConnectionReset)]
    [InlineData(SocketError.ConnectionAborted)]
    [InlineData(SocketError.TimedOut)]
    [InlineData(SocketError.Shutdown)]
    [InlineData(WebExceptionStatus.ReceiveFailure)]
    [InlineData(WebExceptionStatus.SendFailure)]
    [InlineData(WebExceptionStatus.ConnectionClosed)]
    [InlineData(WebExceptionStatus.KeepAliveFailure)]
    [InlineData(WebExceptionStatus.Timeout)]
    public Task A_connection_that_is_lost_may_have_carried_the_change(Enum reason) =>
        AssertFinalAsync(Answers.Throws(new HttpRequestException("failed", new IOException("lost", Cause(reason)))), mayHaveHappened: true);

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(UriFormatException))]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(TaskCanceledException))]
    public Task A_failure_of_an_unknown_kind_may_have_carried_the_change(Type error) =>
        AssertFinalAsync(Answers.Throws((Exception)Activator.CreateInstance(error)!), mayHaveHappened: true);

    [Fact]
    public Task A_certificate_that_was_refused_carries_nothing() =>
        AssertFinalAsync(Answers.Throws(new HttpRequestException("no", new AuthenticationException("bad"))), mayHaveHappened: false);

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_change_after_which_the_service_failed_is_not_sent_again(int status)
    {
        using var test = new TestClient(Answers.Status(status), Answers.Json(200, "{\"id\":\"a1\"}"));

        Assert.True((await FailAsync(test)).MayHaveHappened);
        Assert.Equal(1, test.Handler.Count);
    }

    [Fact]
    public async Task What_counts_is_the_last_try()
    {
        using var lost = new TestClient(Answers.Throttled(), Answers.Status(500));
        using var refused = new TestClient(Answers.Throws(Refused()), Answers.Status(400));

        Assert.True((await FailAsync(lost)).MayHaveHappened);
        Assert.False((await FailAsync(refused)).MayHaveHappened);
    }

    [Fact]
    public async Task A_session_that_is_disconnected_under_way_may_have_carried_the_change()
    {
        using var test = new TestClient(new TestClock { IsImpatient = false }, options => options, Answers.Nothing());
        var call = test.Client.CreateInstanceAsync(Wanted.Gpu, test.Call);

        test.Client.Dispose();

        var error = await Assert.ThrowsAsync<NovitaException>(() => call.WaitAsync(s_patience));
        Assert.Equal(NovitaErrorKind.NotConnected, error.Kind);
        Assert.True(error.MayHaveHappened);
        Assert.False((await FailAsync(test)).MayHaveHappened);
    }

    [Fact]
    public async Task A_session_that_is_disconnected_while_it_waits_after_a_429_has_not_carried_the_change()
    {
        using var test = new TestClient(new TestClock { IsImpatient = false }, options => options, Answers.Throttled("60"));
        var call = test.Client.CreateInstanceAsync(Wanted.Gpu, test.Call);
        await Eventually.IsTrueAsync(() => !test.Clock.Waits.IsEmpty);

        test.Client.Dispose();

        Assert.False((await Assert.ThrowsAsync<NovitaException>(() => call.WaitAsync(s_patience))).MayHaveHappened);
    }

    private static HttpRequestException Refused() => new("failed", new SocketException((int)SocketError.ConnectionRefused));

    private static Task<NovitaException> FailAsync(TestClient test) =>
        Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateInstanceAsync(Wanted.Gpu, test.Call));

    private static Exception Cause(Enum reason) =>
        reason is WebExceptionStatus status ? new WebException("failed", status) : new SocketException((int)(SocketError)reason);

    private static async Task AssertFinalAsync(Answer answer, bool mayHaveHappened)
    {
        using var test = new TestClient(answer, Answers.Json(200, "{\"id\":\"a1\"}"));
        var error = await FailAsync(test);

        Assert.Equal(NovitaErrorKind.ConnectionFailed, error.Kind);
        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, test.Handler.Count);
        Assert.Empty(test.Clock.Waits);
        Assert.Equal(mayHaveHappened, error.MayHaveHappened);
        Assert.Equal(mayHaveHappened, error.Message.Contains(AllTheSame, StringComparison.Ordinal));

        using var other = new TestClient(answer);
        var change = await Assert.ThrowsAsync<NovitaException>(() => other.Client.ChangeInstanceAsync(InstanceOperation.Stop, "a1", other.Call));
        Assert.Equal(mayHaveHappened, change.MayHaveHappened);
    }
}
