using System.Net.Sockets;
using Novita.Client.Operations;
using Novita.Client.Requests;

namespace Novita.Client.Tests.Actions;

/// <summary>A refusal for the instance's state, and a failure that leaves it open, are settled by the instance itself.</summary>
public sealed class SettlingTests
{
    /// <summary>Each action by the end of its path, and the statuses that show that it is done or under way.</summary>
    private static readonly Dictionary<string, string[]> s_underWay = new()
    {
        ["start"] = ["running", "toStart", "starting", "toRestart", "restarting", "toCreate", "creating", "pulling"],
        ["stop"] = ["exited", "toStop", "stopping"],
        ["restart"] = ["toRestart", "restarting"],
        ["delete"] = ["toRemove", "removing", "removed"],
        ["migrate"] = ["migrating"],
        ["upgrade"] = ["toReset", "resetting"],
    };

    /// <summary>Failures that leave open whether the action was taken.</summary>
    private static readonly Answer[] s_openFailures =
    [
        Answers.Status(408),
        Answers.Status(500),
        Answers.Html(504, "<html>gateway</html>"),
        Answers.Throws(new HttpRequestException("failed", new IOException("reset", new SocketException((int)SocketError.ConnectionReset)))),
        Answers.Content(BodyStream.BrokenOff("{\"instanceId\":", new IOException("cut"))),
    ];

    private static Answer WrongState => Answers.Json(400, "{\"code\":400,\"reason\":\"UNHEARD_OF\",\"message\":\"invalid state change\",\"metadata\":{}}");

    private static Answer NoSuchInstance => Answers.Json(400, "{\"code\":400,\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"instance not found\"}");

    public static TheoryData<string> Actions => [.. s_underWay.Keys];

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task A_refusal_for_the_state_is_a_success_exactly_where_the_instance_is_there_or_on_its_way(string action)
    {
        foreach (var status in InstanceStatus.Values.All.Select(status => status.Key).Append("aNewOne"))
        {
            using var test = Scripted(action, WrongState, Answers.Json(200, Bodies.DetailOf(status)));

            if (s_underWay[action].Contains(status))
            {
                Assert.Equal(new OperationResult("a1", status), await ActAsync(test, action));
                Assert.Contains(test.Events, told => told.Kind == ClientEventKind.Step && told.Text.Contains($"'{status}'", StringComparison.Ordinal) && told.Text.Contains("as it should be", StringComparison.Ordinal));
            }
            else
            {
                var error = await Assert.ThrowsAsync<NovitaException>(() => ActAsync(test, action));
                Assert.Equal((NovitaErrorKind.InvalidState, "UNHEARD_OF", status), (error.Kind, error.Reason, error.Subject?.State));
                Assert.Contains($"This was instance 'a1', whose status is '{status}'.", error.Message, StringComparison.Ordinal);
                Assert.False(error.MayHaveHappened);
            }

            AssertAskedOnceMore(test, action);
        }
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task A_failure_that_leaves_it_open_is_settled_by_the_instance(string action)
    {
        var status = s_underWay[action][^1];
        foreach (var failure in s_openFailures)
        {
            using var done = Scripted(action, failure, Answers.Json(200, Bodies.DetailOf(status)));
            using var undone = Scripted(action, failure, Answers.Json(200, Bodies.DetailOf("freezing")));

            Assert.Equal(new OperationResult("a1", status), await ActAsync(done, action));
            var error = await Assert.ThrowsAsync<NovitaException>(() => ActAsync(undone, action));

            Assert.True(error.MayHaveHappened);
            Assert.Contains("whose status is 'freezing'", error.Message, StringComparison.Ordinal);
            AssertAskedOnceMore(done, action);
            AssertAskedOnceMore(undone, action);
        }
    }

    [Theory]
    [InlineData("RUNNING")]
    [InlineData("Starting")]
    public async Task The_case_of_a_status_does_not_matter(string status)
    {
        using var test = Scripted("start", WrongState, Answers.Json(200, Bodies.DetailOf(status)));

        Assert.Equal(status, (await ActAsync(test, "start")).Status);
    }

    [Fact]
    public async Task A_deletion_after_which_there_is_no_such_instance_was_one()
    {
        using var refused = Scripted("delete", WrongState, NoSuchInstance);
        using var lost = Scripted("delete", Answers.Status(500), NoSuchInstance);

        Assert.Equal(new OperationResult("a1", "removed"), await ActAsync(refused, "delete"));
        Assert.Equal(new OperationResult("a1", "removed"), await ActAsync(lost, "delete"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("API_NOT_FOUND")]
    public async Task A_gateway_that_knows_no_such_page_does_not_make_it_one(string reason)
    {
        var noPage = Answers.Json(404, $$"""{"code":404,"reason":"{{reason}}","message":"no"}""");
        using var lost = Scripted("delete", Answers.Status(500), noPage);

        var error = await Assert.ThrowsAsync<NovitaException>(() => ActAsync(lost, "delete"));

        Assert.True(error.MayHaveHappened);
        Assert.Null(error.Subject?.State);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("migrate")]
    [InlineData("upgrade")]
    public async Task Any_other_action_after_which_there_is_none_failed(string action)
    {
        using var test = Scripted(action, WrongState, NoSuchInstance);

        var error = await Assert.ThrowsAsync<NovitaException>(() => ActAsync(test, action));

        Assert.Equal(NovitaErrorKind.InvalidState, error.Kind);
        Assert.Equal("removed", error.Subject?.State);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task Where_the_instance_cannot_be_read_the_first_error_stays(int status)
    {
        foreach (var action in s_underWay.Keys)
        {
            using var test = Scripted(action, Answers.Status(500), Answers.Status(status));

            var error = await Assert.ThrowsAsync<NovitaException>(() => ActAsync(test, action));

            Assert.Equal(500, error.StatusCode);
            Assert.Null(error.Subject?.State);
            Assert.DoesNotContain("whose status", error.Message, StringComparison.Ordinal);
            Assert.True(error.MayHaveHappened);
            Assert.Equal(1, error.Attempts);
        }
    }

    [Fact]
    public async Task Cancelling_while_the_instance_is_read_ends_the_call()
    {
        using var stop = new CancellationTokenSource();
        using var test = new TestClient(
            new TestClock { IsImpatient = false },
            options => options,
            Answers.Status(500),
            async cancellationToken =>
            {
                await stop.CancelAsync();
                return await Answers.Nothing()(cancellationToken);
            });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Client.ActAsync(InstanceOperation.Start, "a1", new CallContext(null, stop.Token)).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    /// <summary>A client whose first answers lead up to the change.</summary>
    private static TestClient Scripted(string action, params Answer[] answers) =>
        new(action == "upgrade" ? [Answers.Json(200, Bodies.Detail("\"imageUrl\":\"ubuntu:24.04\"")), .. answers] : answers);

    private static Task<OperationResult> ActAsync(TestClient test, string action) => action switch
    {
        "start" => test.Client.ActAsync(InstanceOperation.Start, "a1", test.Call),
        "stop" => test.Client.ActAsync(InstanceOperation.Stop, "a1", test.Call),
        "restart" => test.Client.ActAsync(InstanceOperation.Restart, "a1", test.Call),
        "delete" => test.Client.ActAsync(InstanceOperation.Remove, "a1", test.Call),
        "migrate" => test.Client.ActAsync(InstanceOperation.Move, "a1", test.Call),
        _ => test.Client.UpgradeAsync("a1", settings => settings, test.Call),
    };

    private static void AssertAskedOnceMore(TestClient test, string action)
    {
        var paths = test.Handler.Requests.Select(request => $"{request.Method} {request.RequestUri?.Segments[^1]}");
        string[] expected = [$"POST {action}", "GET instance"];
        Assert.Equal(action == "upgrade" ? ["GET instance", .. expected] : expected, paths);
    }
}
