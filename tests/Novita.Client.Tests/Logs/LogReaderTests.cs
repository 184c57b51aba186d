using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;
using Novita.Client.Logs;

namespace Novita.Client.Tests.Logs;

/// <summary>How a log is read over connections that a script makes, cuts and refuses.</summary>
public sealed class LogReaderTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ClientEvent> _events = new();
    private readonly TestClock _clock = new();
    private readonly List<Answer> _connections = [];

    private ScriptedHandler? _host;

    private string? _address = "https://log.example/a1/instance?token=hunter2";

    private IEnumerable<string> Queries => _host!.Requests.Select(request => request.RequestUri!.Query);

    private IEnumerable<string> Warnings => _events.Where(told => told.Kind == ClientEventKind.Warning).Select(told => told.Text);

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Plain_text_is_cut_into_lines_and_read_to_its_end()
    {
        Connect(Text("one\r\ntwo \u001b[31m\n\nlast without an end"));

        Assert.Equal(["one", "two \u001b[31m", "", "last without an end"], await ReadAsync());
        Assert.Equal("?token=hunter2&follow=0&sse=0", Assert.Single(Queries));
        Assert.Null(_host!.Single.Headers.Authorization);
    }

    [Fact]
    public async Task A_character_may_be_cut_in_two_by_the_network()
    {
        var bytes = Encoding.UTF8.GetBytes("日本\n");
        Connect(Body("text/plain", BodyStream.Whole(bytes[..1], bytes[1..4], bytes[4..])));

        Assert.Equal(["日本"], await ReadAsync());
    }

    [Fact]
    public async Task The_last_lines_alone_come_from_a_host_that_sends_all()
    {
        Connect(Text("1\n2\n3\n4\n"));

        Assert.Equal(["3", "4"], await ReadAsync(tail: 2));
        Assert.EndsWith("&tail=2", Assert.Single(Queries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_address_asks_already_is_asked_once()
    {
        _address = "https://log.example/x?follow=1&tail=7&a=b#part";
        Connect(Text(""));

        await ReadAsync();

        Assert.Equal("?a=b&follow=0&sse=0", Assert.Single(Queries));
    }

    [Fact]
    public async Task No_line_is_lost_and_none_comes_twice_over_connections_that_drop()
    {
        Connect(CutEvents(Stamped(1, 2, 3)));
        Connect(CutEvents(Stamped(2, 3, 3, 3, 4)));
        Connect(Events(Stamped(1, 2, 3, 3, 3, 4, 5)));
        Connect(CutEvents("data: half of a li"));
        Connect(Events(Stamped(1, 2, 3, 3, 3, 4, 5, 6)));

        Assert.Equal(["line 1", "line 2", "line 3", "line 3", "line 3", "line 4", "line 5", "line 6"], await FollowAsync(8));
        Assert.Equal("?token=hunter2&follow=1&sse=1&timestamps=1", Queries.First());
        Assert.All(Queries.Skip(1), query => Assert.EndsWith("&tail=1000", query, StringComparison.Ordinal));
        Assert.Equal([1.0, 1], _clock.WaitsInSeconds.Take(2));
        Assert.Empty(Warnings);
    }

    [Fact]
    public async Task A_line_without_a_time_belongs_to_the_line_before_it()
    {
        const string First = "data: 2026-03-02T08:00:01.1Z line 0\n\ndata: 2026-03-02T08:00:01.25Z line 1\n\ndata: of two\n\n";
        Connect(CutEvents(First));
        Connect(Events($"{First}data: 2026-03-02T08:00:01.5Z line 2\n\n"));

        Assert.Equal(["line 0", "line 1", "of two", "line 2"], await FollowAsync(4));
    }

    [Fact]
    public async Task A_connection_that_does_not_reach_back_is_replaced_by_one_from_the_beginning()
    {
        Connect(CutEvents(Stamped(1, 2)));
        Connect(Events(Stamped(5, 6)));
        Connect(Events(Stamped(1, 2, 3, 4, 5, 6)));

        Assert.Equal(["line 1", "line 2", "line 3", "line 4", "line 5", "line 6"], await FollowAsync(6, tail: 10));
        Assert.Equal(["10", "1000", null], Queries.Select(query => HttpUtility.ParseQueryString(query)["tail"]));
    }

    [Fact]
    public async Task Lines_without_times_are_not_doubled_and_a_warning_says_that_some_may_be_missing()
    {
        Connect(Text("a\nb\n"));
        Connect(Text("c\n"));

        Assert.Equal(["a", "b", "c"], await FollowAsync(3));
        Assert.EndsWith("&tail=0", Queries.Last(), StringComparison.Ordinal);
        Assert.Contains("may be missing", Assert.Single(Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_one_warning_and_is_tried_again_ever_more_slowly()
    {
        Connect(Answers.Throws(new HttpRequestException("https://log.example/a1?token=hunter2 refused")));
        Connect(Answers.Status(503));
        Connect(Answers.Status(429));
        for (var more = 0; more < 4; more++)
        {
            Connect(Answers.Throws(new HttpRequestException("no")));
        }

        Connect(Events(Stamped(1)));

        Assert.Equal(["line 1"], await FollowAsync(1));
        Assert.DoesNotContain("hunter2", Assert.Single(Warnings), StringComparison.Ordinal);
        Assert.Equal([1.0, 2, 4, 8, 16, 30, 30], _clock.WaitsInSeconds.Take(7));
    }

    [Fact]
    public async Task A_log_that_is_followed_ends_with_its_instance()
    {
        Connect(_ =>
        {
            _address = null;
            return Events(Stamped(1))(default);
        });

        Assert.Equal(["line 1"], await FollowAsync(100));
    }

    [Theory]
    [InlineData(403, NovitaErrorKind.AccessDenied)]
    [InlineData(404, NovitaErrorKind.NotFound)]
    [InlineData(410, NovitaErrorKind.NotFound)]
    [InlineData(302, NovitaErrorKind.ResponseInvalid)]
    [InlineData(500, NovitaErrorKind.ServiceUnavailable)]
    public async Task A_refusal_is_an_error_that_shows_no_more_of_the_address_than_the_host(int status, NovitaErrorKind kind)
    {
        Connect(Answers.Status(status));

        var error = await Assert.ThrowsAsync<NovitaException>(() => ReadAsync());

        Assert.Equal(kind, error.Kind);
        Assert.Contains("https://log.example ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, _host!.Count);
    }

    [Fact]
    public async Task A_log_that_is_cut_off_is_an_error_after_its_lines()
    {
        Connect(Body("text/plain", Cut("one\ntwo\n")));
        var lines = new List<string>();

        var error = await Assert.ThrowsAsync<NovitaException>(() => ReadAsync(lines: lines));

        Assert.Equal((NovitaErrorKind.ConnectionFailed, 2), (error.Kind, lines.Count));
    }

    [Theory]
    [InlineData("http://log.example/x", false, NovitaErrorKind.InsecureEndpoint)]
    [InlineData("http://log.example/x", true, null)]
    [InlineData("http://127.0.0.1:9/x", false, null)]
    [InlineData("ftp://log.example/x", true, NovitaErrorKind.ResponseInvalid)]
    [InlineData("log of a1", true, NovitaErrorKind.ResponseInvalid)]
    public async Task Plain_http_leaves_this_machine_only_where_the_session_allows_it(string address, bool isAllowed, NovitaErrorKind? kind)
    {
        _address = address;
        Connect(Text(""));

        var error = await Record.ExceptionAsync(() => ReadAsync(allowUnencrypted: isAllowed));

        Assert.Equal(kind, (error as NovitaException)?.Kind);
        Assert.Equal(kind is null ? 1 : 0, _host!.Count);
    }

    [Fact]
    public async Task A_silent_log_ends_at_once_when_it_is_stopped()
    {
        Connect(Body("text/event-stream", BodyStream.Stalled("")));
        using var reader = Reader(null, follows: true);
        var next = reader.NextAsync();
        Assert.False(next.IsCompleted);

        await _stop.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task A_hundred_thousand_lines_come_a_few_at_a_time()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100_000).Select(number => $"line {number}\n")));
        Connect(Answers.Content(new MemoryStream(bytes)));
        using var reader = Reader(null, follows: false);
        var (count, most) = (0, 0);

        while (await reader.NextAsync() is { } lines)
        {
            (count, most) = (count + lines.Count, Math.Max(most, lines.Count));
        }

        Assert.Equal(100_000, count);
        Assert.InRange(most, 1, 5000);
    }

    [Fact]
    public void A_line_without_an_end_is_cut_in_pieces()
    {
        var lines = new LogLines(isEvents: false);
        var bytes = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));

        var pieces = Enumerable.Range(0, 40).SelectMany(_ => lines.Add(bytes, bytes.Length)).ToList();

        Assert.NotEmpty(pieces);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, LogLines.MaxLength, LogLines.MaxLength + bytes.Length));
        Assert.Equal(40 * bytes.Length, pieces.Concat(lines.End()).Sum(piece => piece.Length));
    }

    private static string Stamped(params int[] lines) =>
        string.Concat(lines.Select(line => $": ping\n\ndata: 2026-03-02T08:00:0{line}.{line}00000001Z line {line}\n\n"));

    private static Answer Text(string text) => Body("text/plain", BodyStream.Whole(Encoding.UTF8.GetBytes(text)));

    private static Answer Events(string events) => Body("text/event-stream", BodyStream.Whole(Encoding.UTF8.GetBytes(events)));

    private static Answer CutEvents(string events) => Body("text/event-stream", Cut(events));

    private static BodyStream Cut(string text) => BodyStream.BrokenOff(text, new IOException("cut: https://log.example/a1?token=hunter2"));

    private static Answer Body(string type, Stream body) => _ =>
    {
        var content = new StreamContent(body);
        content.Headers.ContentType = new(type);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    };

    private void Connect(Answer answer) => _connections.Add(answer);

    private LogReader Reader(int? tail, bool follows, bool allowUnencrypted = false)
    {
        _host = new ScriptedHandler([.. _connections]);
        var options = new NovitaClientOptions { Clock = _clock, AllowUnencrypted = allowUnencrypted, CreateLogHandler = () => _host! };
        return new LogReader(() => Task.FromResult(_address), options, tail, follows, new CallContext(_events.Enqueue, _stop.Token));
    }

    private async Task<List<string>> ReadAsync(int? tail = null, bool allowUnencrypted = false, List<string>? lines = null)
    {
        lines ??= [];
        using var reader = Reader(tail, follows: false, allowUnencrypted);
        while (await reader.NextAsync() is { } next)
        {
            lines.AddRange(next);
        }

        return lines;
    }

    /// <summary>Follows until so many lines have come and no connection is left.</summary>
    private async Task<List<string>> FollowAsync(int count, int? tail = null)
    {
        var lines = new List<string>();
        using var reader = Reader(tail, follows: true);
        while ((lines.Count < count || _host!.Count < _connections.Count) && await reader.NextAsync() is { } next)
        {
            lines.AddRange(next);
        }

        return lines;
    }
}
