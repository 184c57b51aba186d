using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Novita.Client.Errors;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Http;

/// <summary>Reads a refusal: the service's name for the error, its words, and what kind of failure that is.</summary>
internal static class ErrorReading
{
    private const int LongestText = 300;
    private const int LongestName = 60;
    private const int LongestMarkup = 16 * 1024;

    // Enough to find the longest secret whole in what is shown of it.
    private const int LongestRead = 64 * 1024;

    private static readonly Regex s_nameInText = new(@"\b[A-Z]{3,}(_[A-Z]+)+\b", RegexOptions.CultureInvariant);

    /// <summary>Makes the exception for a reply whose status is no success.</summary>
    public static NovitaException Read(HttpResponseMessage reply, ReadOnlySpan<byte> body, ApiKey key, ApiRequest request) =>
        Read(reply, (int)reply.StatusCode, body, key, request);

    /// <summary>Makes the exception for a success whose body is an error; null for any other body.</summary>
    public static NovitaException? ReadDisguised(HttpResponseMessage reply, ReadOnlySpan<byte> body, ApiKey key, ApiRequest request) =>
        ErrorResponse.StatusOf(body, isAnswer: false) is { } status ? Read(reply, status, body, key, request) : null;

    private static NovitaException Read(HttpResponseMessage reply, int status, ReadOnlySpan<byte> body, ApiKey key, ApiRequest request)
    {
        var isJson = ErrorResponse.TryRead(body, out var error);

        // Before the markup goes, too: a secret may look like it.
        var said = isJson ? error.Words : Redact(WithoutMarkup(Redact(
            Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, LongestRead)).ToArray()))));
        var name = (isJson ? error.Name : null) ?? NameIn(said);

        // By what the service said: a value that was sent may be a word of its own, such as "resource".
        var kind = ErrorClassification.Classify(status, name, said);
        var words = Redact(said);
        var reason = name is null ? null : VisibleText.Shorten(Redact(name), LongestName);
        var blocked = kind == NovitaErrorKind.AccessDenied && !isJson;
        var message = $"{Opening(kind, status, reason, blocked, key)}{Detail(words)} ({Label(reason, reply.StatusCode)}).";
        return new NovitaException(kind, message) { StatusCode = status, Reason = reason };

        string Redact(string text) => request.Redact(key.Redact(VisibleText.Shorten(text, LongestRead)));
    }

    /// <summary>Makes the exception for a redirect, which this API never sends: following it could carry the key to another host.</summary>
    public static NovitaException ReadRedirect(HttpResponseMessage reply, Uri asked, ApiKey key)
    {
        var target = reply.Headers.Location is { } location && Uri.TryCreate(asked, location, out var uri)
            ? key.Redact(uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))
            : "nowhere";
        return new NovitaException(
            NovitaErrorKind.ResponseInvalid,
            $"The service's reply is a redirect to {target} (HTTP {(int)reply.StatusCode}), which is not followed: the API key would "
                + $"go along.")
        {
            StatusCode = (int)reply.StatusCode,
        };
    }

    private static string Opening(NovitaErrorKind kind, int status, string? reason, bool blocked, ApiKey key) => kind switch
    {
        NovitaErrorKind.ApiKeyRefused => $"The service refused the API key {key}",
        NovitaErrorKind.AccessDenied when blocked => "A gateway in front of the service blocked the request, which says nothing about "
            + "the API key",
        NovitaErrorKind.AccessDenied => $"The service does not allow this to the API key {key}",
        NovitaErrorKind.NotFound when status == 404 && reason is null or "API_NOT_FOUND" => "There is no such API at this endpoint",
        NovitaErrorKind.NotFound => "The service has no such thing",
        NovitaErrorKind.RateLimited => "The service takes no more requests for now",
        NovitaErrorKind.ServiceUnavailable => "The service failed",
        _ => "The service refused the request",
    };

    private static string Detail(string words) =>
        words.Length == 0 ? "" : ": " + VisibleText.Shorten(words, LongestText).TrimEnd('.');

    private static string Label(string? reason, HttpStatusCode status) =>
        reason is null ? $"HTTP {(int)status}" : $"{reason}, HTTP {(int)status}";

    private static string? NameIn(string words) =>
        s_nameInText.Matches(words).Cast<Match>().Select(match => match.Value).FirstOrDefault(ErrorClassification.IsKnown);

    /// <summary>A gateway answers in HTML: of that, the words.</summary>
    private static string WithoutMarkup(string text)
    {
        text = VisibleText.Shorten(text, LongestMarkup);
        text = Regex.Replace(text, @"<(script|style)\b.*?</\1>|<[^>]*>", " ", RegexOptions.Singleline | RegexOptions.IgnoreCase);
        return Regex.Replace(text, @"\s+", " ").Trim();
    }
}
