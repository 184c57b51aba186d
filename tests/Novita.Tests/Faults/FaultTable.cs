using Novita.Simulator.Faults;
using static Novita.NovitaErrorKind;
using static Novita.Tests.Faults.Place;

namespace Novita.Tests.Faults;

/// <summary>What can go wrong between the module and the service, and what each of it comes to.</summary>
internal static class FaultTable
{
    private static readonly Place[] s_reads = [Connect, FirstPage, MiddlePage, LastPage, Get];
    private static readonly Place[] s_someReads = [Connect, MiddlePage, Get];
    private static readonly Place[] s_changes = [Start, Create];

    // 5 is the first try and the 4 retries of a session that says nothing else.
    private const int Tries = 5;

    /// <summary>From here on nobody listens.</summary>
    public static Fault Refused { get; } = new("connection refused", (_, _) => throw new InvalidOperationException());

    public static IReadOnlyList<FaultGroup> Groups { get; } =
    [
        new FaultGroup("Nobody listens", Refused)
            .At(new(ConnectionFailed, 0), Connect, FirstPage, Get, Start, Create),

        new FaultGroup("The service goes away", ConnectionFaults.Vanish)
            .At(new(ConnectionFailed), MiddlePage)
            .At(new(ConnectionFailed) { MayHaveHappened = true }, s_changes),

        new FaultGroup(
            "The connection breaks",
            ConnectionFaults.Reset,
            ConnectionFaults.CutHeaders,
            ConnectionFaults.ResetAfterHeaders,
            ConnectionFaults.CutBody)
            .At(new(ConnectionFailed, Tries), s_reads)
            .At(new(ConnectionFailed) { MayHaveHappened = true }, s_changes),

        new FaultGroup("The connection breaks when the change is made", FramingFaults.LengthTooLong, FramingFaults.ChunksCut)
            .At(new(ConnectionFailed, Tries), s_someReads)
            .At(new(Error: null, 2), Start)
            .At(new(ConnectionFailed) { MayHaveHappened = true }, Create),

        // .NET itself asks three times more where a connection ends without a byte; a change it does not repeat.
        new FaultGroup("The connection ends without a word", ConnectionFaults.Close)
            .At(new(ConnectionFailed, Tries * 4), s_reads)
            .At(new(ConnectionFailed) { MayHaveHappened = true }, s_changes),

        new FaultGroup(
            "The response is not HTTP",
            FramingFaults.ChunkNoNumber,
            FramingFaults.ChunkTooLong,
            FramingFaults.ChunkMismatch,
            FramingFaults.HeaderFlood,
            FramingFaults.BrokenHeader,
            FramingFaults.Echo,
            FramingFaults.OtherProtocol,
            FramingFaults.TlsAlert,
            FramingFaults.NoHead,
            FramingFaults.StatusNoNumber)
            .At(new(ConnectionFailed, Tries), Get)
            .At(new(ConnectionFailed) { MayHaveHappened = true }, Create),

        new FaultGroup("The packed body is damaged", BodyFaults.NotPacked, BodyFaults.BadGzip)
            .At(new(ConnectionFailed, Tries), MiddlePage)
            .At(new(Error: null, 2), Start)
            .At(new(ConnectionFailed) { MayHaveHappened = true }, Create),

        new FaultGroup("A failure passes", ConnectionFaults.Reset, ConnectionFaults.CutBody, FramingFaults.ChunksCut, BodyFaults.BadGzip, StatusFaults.Of(408), StatusFaults.Of(500), StatusFaults.Html(502), StatusFaults.Wait(503, "30")) { Times = 1 }
            .At(new(Error: null, 2), FirstPage, MiddlePage),

        new FaultGroup("A 429 passes", StatusFaults.Of(429), StatusFaults.Wait(429, "3"), StatusFaults.Wait(429, "1000000000")) { Times = 1 }
            .At(new(Error: null, 2), s_reads)
            .At(new(Error: null, 2), s_changes),

        new FaultGroup(
            "The service takes its time",
            TimeFaults.Hang,
            TimeFaults.HangInHeaders,
            TimeFaults.HangAfterHeaders,
            TimeFaults.HangInBody,
            TimeFaults.HangInErrorBody,
            TimeFaults.SwitchProtocols,
            TimeFaults.DripHeaders,
            TimeFaults.DripBody,
            TimeFaults.DripChunks,
            TimeFaults.Processing) { TimeoutSec = 1 }
            .At(new(RequestTimedOut), Connect),

        new FaultGroup("The service takes its time later", TimeFaults.Hang, TimeFaults.DripBody) { TimeoutSec = 1 }
            .At(new(RequestTimedOut), MiddlePage)
            .At(new(RequestTimedOut) { MayHaveHappened = true }, Start),

        new FaultGroup(
            "Too many requests, for ever",
            StatusFaults.Of(429),
            StatusFaults.Html(429),
            StatusFaults.Named(429, "RATE_LIMIT_EXCEEDED"),
            StatusFaults.Named(429, "UNAUTHORIZED"),
            StatusFaults.Wait(429, "0"),
            StatusFaults.Wait(429, "7"),
            StatusFaults.Wait(429, "Mon, 02 Mar 2026 08:00:30 GMT"),
            StatusFaults.Wait(429, "Thu, 01 Jan 1970 00:00:00 GMT"),
            StatusFaults.Wait(429, "Fri, 31 Dec 9999 23:59:59 GMT"),
            StatusFaults.Wait(429, "1000000000"),
            StatusFaults.Wait(429, "99999999999999999999"),
            StatusFaults.Wait(429, "-5"),
            StatusFaults.Wait(429, "1.5"),
            StatusFaults.Wait(429, "soon"),
            StatusFaults.CutBody(429),
            StatusFaults.Endless(429))
            .At(new(RateLimited, Tries), Get),

        new FaultGroup("Too many requests, at the other places", StatusFaults.Wait(429, "2"))
            .At(new(RateLimited, Tries), Connect, FirstPage, MiddlePage, LastPage)
            .At(new(RateLimited, Tries), s_changes),

        new FaultGroup("The service fails, for ever", [.. new[] { 500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 521, 522, 523, 524, 525, 526, 527, 530, 599, 999 }.Select(StatusFaults.Of)])
            .At(new(ServiceUnavailable, Tries), Get),

        new FaultGroup("The service fails in its own way", [StatusFaults.Html(502), StatusFaults.Html(503), StatusFaults.Empty(504), StatusFaults.Named(500, "UNAUTHORIZED"), StatusFaults.Wait(503, "600"), StatusFaults.CutBody(503), StatusFaults.NotPacked(503), StatusFaults.Endless(503)])
            .At(new(ServiceUnavailable, Tries), Get)
            .At(new(ServiceUnavailable) { MayHaveHappened = true }, Start),

        new FaultGroup("The service fails, at every place", StatusFaults.Named(500, "UNKNOWN"))
            .At(new(ServiceUnavailable, Tries), s_reads)
            .At(new(ServiceUnavailable) { MayHaveHappened = true }, s_changes),

        new FaultGroup("The service gave up waiting", StatusFaults.Of(408), StatusFaults.Html(408))
            .At(new(RequestTimedOut, Tries), s_reads)
            .At(new(RequestTimedOut) { MayHaveHappened = true }, s_changes),

        new FaultGroup("The key is refused, at every place", StatusFaults.Named(401, "UNAUTHORIZED"))
            .At(new(ApiKeyRefused), s_reads)
            .At(new(ApiKeyRefused), s_changes),

        new FaultGroup("The key is refused", StatusFaults.Of(401), StatusFaults.Empty(401), StatusFaults.Html(401), StatusFaults.CutBody(401), StatusFaults.NotPacked(401), StatusFaults.Endless(401), StatusFaults.Named(403, "INVALID_API_KEY"), StatusFaults.Named(400, "MISSING_API_KEY"))
            .At(new(ApiKeyRefused), Connect, Start),

        new FaultGroup("It is not allowed", StatusFaults.Of(403), StatusFaults.Html(403), StatusFaults.Of("HTTP 403 with Cloudflare's 1010", 403, "error code: 1010", "text/plain"), StatusFaults.Of(451))
            .At(new(AccessDenied), Connect, Get, Create),

        new FaultGroup("The proxy wants a password", StatusFaults.Of(407), StatusFaults.Html(407))
            .At(new(ProxyRefused), Connect, Start),

        new FaultGroup("No money", StatusFaults.Of(402), StatusFaults.Named(403, "NOT_ENOUGH_BALANCE"), StatusFaults.Named(400, "BALANCE_NOT_ENOUGH"))
            .At(new(BalanceTooLow), MiddlePage, Create),

        new FaultGroup("There is no such thing", StatusFaults.Of(404), StatusFaults.Html(404), StatusFaults.Empty(404), StatusFaults.Of(410), StatusFaults.Named(400, "RESOURCE_NOT_FOUND"))
            .At(new(NotFound), FirstPage, Get, Create),

        new FaultGroup("Something is in the way", StatusFaults.Of(409), StatusFaults.Named(400, "CONFLICT"))
            .At(new(ResourceBusy), Get, Start),

        new FaultGroup("The state does not allow it", StatusFaults.Named(400, "OPERATION_LIMIT"), StatusFaults.Error("HTTP 400 invalid state change", 400, """{"message":"invalid state change"}"""))
            .At(new(InvalidState), Get, Start),

        new FaultGroup("A limit is reached", StatusFaults.Named(400, "CREATE_INSTANCE_LIMIT"))
            .At(new(QuotaExceeded), s_changes),

        new FaultGroup("The request is refused", [.. new[] { 400, 405, 406, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 431, 460, 499 }.Select(StatusFaults.Of), StatusFaults.Named(400, "VALIDATOR_PARAM")])
            .At(new(RequestInvalid), Get),

        new FaultGroup("The request is refused, at every place", StatusFaults.Html(413), StatusFaults.CutBody(400))
            .At(new(RequestInvalid), s_reads)
            .At(new(RequestInvalid), s_changes),

        new FaultGroup("An error in each shape that was seen", ErrorFaults.Shapes)
            .At(new(CapacityUnavailable), Start),

        new FaultGroup("An error that says nothing", ErrorFaults.Unreadable)
            .At(new(RequestInvalid), Get),

        new FaultGroup("An error that commands the terminal", ErrorFaults.Commands)
            .At(new(RequestInvalid), Get),

        new FaultGroup("An error that quotes the request", ErrorFaults.Echoes(400))
            .At(new(RequestInvalid), Create),

        new FaultGroup("A failure that quotes the request", ErrorFaults.Echoes(500))
            .At(new(ServiceUnavailable) { MayHaveHappened = true }, Create),

        new FaultGroup(
            "A redirect",
            StatusFaults.Redirect(301, "https://elsewhere.example/login"),
            StatusFaults.Redirect(302, "/login"),
            StatusFaults.Redirect(303, "//elsewhere.example"),
            StatusFaults.Redirect(307, "https://elsewhere.example/"),
            StatusFaults.Redirect(308, "javascript:alert(1)"),
            StatusFaults.Redirect(302, "http://" + new string('a', 5000) + ".example/"),
            StatusFaults.RedirectHere(301),
            StatusFaults.RedirectHere(307),
            StatusFaults.Empty(300),
            StatusFaults.Empty(304),
            StatusFaults.Empty(305))
            .At(new(ResponseInvalid), Get),

        new FaultGroup("A redirect, at the other places", StatusFaults.Redirect(307, "https://elsewhere.example/v2"), StatusFaults.Redirect(303, "/done"))
            .At(new(ResponseInvalid), Connect, FirstPage, MiddlePage, LastPage)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, s_changes),

        new FaultGroup(
            "A 200 that is the error of a key",
            BodyFaults.Of("200 with code 401", """{"code":401,"reason":"UNAUTHORIZED","message":"no"}"""),
            BodyFaults.Of("200 with code \"401\"", """{"code":"401","message":"no"}"""),
            BodyFaults.Of("200 with reason INVALID_API_KEY", """{"reason":"INVALID_API_KEY","message":"no"}"""),
            BodyFaults.Of("200 with reason INVALID_API_KEY and an empty list", """{"code":401,"reason":"INVALID_API_KEY","instances":[],"total":0}"""),
            BodyFaults.Of("200 with code 401 and an id", """{"code":401,"message":"no","id":"id0001"}"""),
            BodyFaults.Of("200 with an error of code 401", """{"error":{"code":401,"message":"no"}}"""))
            .At(new(ApiKeyRefused), Connect, Get, Start, Create),

        new FaultGroup(
            "A 200 that is an error",
            BodyFaults.Of("200 with reason INSUFFICIENT_RESOURCE", """{"code":400,"reason":"INSUFFICIENT_RESOURCE","message":"no","metadata":{}}"""),
            BodyFaults.Of("200 with reason INSUFFICIENT_RESOURCE and an id", """{"reason":"INSUFFICIENT_RESOURCE","message":"no","id":"id0001"}"""),
            BodyFaults.Of("200 with the name in code", """{"code":"INSUFFICIENT_RESOURCE","message":"no"}"""),
            BodyFaults.Of("200 with an error's text", """{"error":"INSUFFICIENT_RESOURCE"}"""),
            BodyFaults.Of("200 with an error and data: null", """{"code":400,"reason":"INSUFFICIENT_RESOURCE","data":null}"""))
            .At(new(CapacityUnavailable), MiddlePage, Start),

        new FaultGroup(
            "A 200 that is a failure",
            BodyFaults.Of("200 with code 503", """{"code":503,"message":"later"}"""),
            BodyFaults.Of("200 with code 500 and instances: []", """{"code":500,"reason":"INTERNAL","message":"later","instances":[],"total":0}"""),
            BodyFaults.Of("200 with code 500 and instances: null", """{"code":500,"reason":"INTERNAL","message":"later","instances":null,"total":0}"""),
            BodyFaults.Of("200 with code 500 and an id", """{"code":500,"reason":"INTERNAL","message":"later","id":"id0001"}"""))
            .At(new(ServiceUnavailable, Tries), Connect, MiddlePage, Get)
            .At(new(ServiceUnavailable) { MayHaveHappened = true }, s_changes),

        new FaultGroup("A 200 that asks to wait", BodyFaults.Of("200 with code 429", """{"code":429,"reason":"RATE_LIMIT_EXCEEDED"}"""))
            .At(new(RateLimited, Tries), Connect, MiddlePage, Get, Start, Create),

        new FaultGroup("Someone else's page", BodyFaults.LoginPage, BodyFaults.LoginPageUtf16, BodyFaults.HtmlAsJson, BodyFaults.Blocked, BodyFaults.Of("plain text", "ok"))
            .At(new(ResponseInvalid), s_someReads)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, s_changes),

        new FaultGroup(
            "A body that says nothing",
            BodyFaults.Empty,
            BodyFaults.NoContent,
            BodyFaults.WhiteSpace,
            BodyFaults.Of("null", "null"),
            BodyFaults.Of("a list in place of an object", "[]"),
            BodyFaults.Of("a text in place of an object", "\"ok\""),
            BodyFaults.KeyAsName,
            BodyFaults.Of("another object", """{"status":"ok","code":0,"message":"success"}"""),
            BodyFaults.Of("control characters as a name", """{"\u001b]0;owned\u0007":1}"""))
            .At(new(ResponseInvalid), Get)
            .At(Outcome.Fine, Start)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, Create),

        new FaultGroup("An empty object", BodyFaults.Of("{}", "{}"))
            .At(Outcome.Fine, Connect)
            .At(new(ResponseInvalid), Get)
            .At(Outcome.Fine, Start)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, Create),

        new FaultGroup(
            "A body that is not JSON",
            BodyFaults.Utf16,
            BodyFaults.Twice,
            BodyFaults.Trailing,
            BodyFaults.Comment,
            BodyFaults.TrailingComma,
            BodyFaults.Half,
            BodyFaults.Prefixed,
            BodyFaults.Brotli,
            BodyFaults.UnknownEncoding,
            BodyFaults.CutGzip,
            PageFaults.Deep)
            .At(new(ResponseInvalid), MiddlePage)
            .At(new(Error: null, 2), Start)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, Create),

        new FaultGroup("A body that its length cuts short", FramingFaults.LengthTooShort)
            .At(new(ResponseInvalid), MiddlePage)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, s_changes),

        new FaultGroup("A body that is no text", BodyFaults.Latin1)
            .At(Outcome.Fine, Start)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, Create),

        new FaultGroup("A body past the bound of 64 MB", BodyFaults.Endless, BodyFaults.Bomb, FramingFaults.LengthHuge)
            .At(new(ResponseInvalid), Connect)
            .At(new(ResponseInvalid) { MayHaveHappened = true }, Create),

        new FaultGroup(
            "Unusual, and right",
            BodyFaults.ByteOrderMark,
            BodyFaults.Padded,
            BodyFaults.Partial,
            BodyFaults.WrongType,
            BodyFaults.NoType,
            BodyFaults.LyingCharset,
            BodyFaults.UnknownCharset,
            BodyFaults.Gzip,
            FramingFaults.LengthNoNumber,
            FramingFaults.LengthNegative,
            FramingFaults.Http10,
            FramingFaults.Continue,
            FramingFaults.SecondReply,
            FramingFaults.SmallChunks)
            .At(Outcome.Fine, MiddlePage, Create),

        new FaultGroup("A number with a fraction", PageFaults.CpuFraction)
            .At(Outcome.Fine, MiddlePage),

        new FaultGroup("A value that cannot be read", PageFaults.CpuText, PageFaults.CpuNaN, PageFaults.CpuHuge)
            .At(new(ValueUnreadable), MiddlePage),

        new FaultGroup("Unusual, right and large", BodyFaults.Huge)
            .At(Outcome.Fine, MiddlePage, Create),

        new FaultGroup(
            "A list that is none",
            PageFaults.IdMissing,
            PageFaults.IdEmpty,
            PageFaults.IdNull,
            PageFaults.IdObject,
            PageFaults.NaN,
            PageFaults.RowNull,
            PageFaults.RowText,
            PageFaults.InstancesObject,
            PageFaults.InstancesText,
            PageFaults.Wrapped,
            PageFaults.Total("-1"),
            PageFaults.Total("-2147483649"),
            PageFaults.Total("99999999999"),
            PageFaults.Total("1e30"),
            PageFaults.Total("4.5"),
            PageFaults.Total("\"abc\""),
            PageFaults.Total("\"NaN\""),
            PageFaults.Total("[45]"),
            PageFaults.Total("true"))
            .At(new(ResponseInvalid), MiddlePage),

        new FaultGroup(
            "A list that is unusual, and right",
            PageFaults.IdNumber,
            PageFaults.IdLong,
            PageFaults.IdsInCapitals,
            PageFaults.NameLong,
            PageFaults.NameNull,
            PageFaults.StatusUnknown,
            PageFaults.CpuExponent,
            PageFaults.RowsTwice,
            PageFaults.TotalTwice,
            PageFaults.Total("45.0"),
            PageFaults.Total("\" 45 \""),
            PageFaults.Total("4.5e1"))
            .At(Outcome.Fine, MiddlePage),

        new FaultGroup("The page size is not heeded", PageFaults.WholeFleet)
            .At(new(Error: null, 2) { Written = 45 }, EveryPage),

        new FaultGroup("No page has rows", PageFaults.NullInstances, PageFaults.NoInstances, PageFaults.InstancesTwice)
            .At(new(ListIncomplete, 6) { Written = 0 }, EveryPage),

        new FaultGroup("Rows are left out", PageFaults.RowMissing)
            .At(new(ListIncomplete, 18) { Written = 41 }, EveryPage),

        new FaultGroup("Rows come twice in place of others", PageFaults.DuplicateId)
            .At(new(ListIncomplete, 18) { Written = 40 }, EveryPage),

        new FaultGroup("The same page for ever", PageFaults.SamePage)
            .At(new(ListIncomplete, 17) { Written = 10 }, EveryPage),

        new FaultGroup("The same page for ever, and a total past counting", PageFaults.SamePageLargeTotal, PageFaults.SamePageHugeTotal)
            .At(new(ListIncomplete, 51) { Written = 10 }, EveryPage),

        // Without a total nothing tells this from a list of one page on a server that repeats its last one.
        new FaultGroup("The same page for ever, and no total", PageFaults.SamePageNoTotal)
            .At(new(Error: null, 6) { Written = 10 }, EveryPage),

        // As many ids as the total says: one reading cannot tell, a second (-Verify) would.
        new FaultGroup("Other ids with every look", PageFaults.NewRowsForEver)
            .At(new(Error: null, 5) { Written = 45 }, EveryPage),

        new FaultGroup("The total is too high", PageFaults.Total("46"), PageFaults.Total("2147483647"))
            .At(new(ListIncomplete, 18) { Written = 45 }, EveryPage),

        new FaultGroup("The total is too low", PageFaults.Total("44"))
            .At(new(ListIncomplete, 15) { Written = 45 }, EveryPage),

        new FaultGroup("The total is nothing", PageFaults.Total("0"))
            .At(new(ListIncomplete, 3) { Written = 10 }, EveryPage),
    ];

    public static IReadOnlyList<FaultCase> Cases { get; } =
        [.. from @group in Groups from fault in @group.Faults from at in @group.Outcomes select new FaultCase(@group, fault, at.Key, at.Value)];
}
