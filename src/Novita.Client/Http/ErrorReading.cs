using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Novita.Client.Errors;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Http;

/// <summary>Reads a refusal: the service's name for the error, its message, and the kind of the failure.</summary>
internal static class ErrorReading
{
    private const int MaxText = 300;
    private const int MaxName = 60;
    private const int MaxMarkup = 16 * 1024;

    // More than is shown, so that a long secret at the end is found whole and masked.
    private const int MaxRead = 64 * 1024;

    private static readonly Regex s_nameInText = new(@"\b[A-Z]{3,}(_[A-Z]+)+\b", RegexOptions.CultureInvariant);

    /// <summary>Creates the exception for a response with an error status.</summary>
    public static NovitaException Read(HttpResponseMessage response, ReadOnlySpan<byte> body, ApiKey key, ApiRequest request) =>
        Read(response, (int)response.StatusCode, body, key, request);

    /// <summary>Creates the exception for an error body with a success status; null for any other body.</summary>
    public static NovitaException? ReadDisguised(HttpResponseMessage response, ReadOnlySpan<byte> body, ApiKey key, ApiRequest request) =>
        ErrorResponse.StatusOf(body, isAnswer: false) is { } status ? Read(response, status, body, key, request) : null;

    private static NovitaException Read(HttpResponseMessage response, int status, ReadOnlySpan<byte> body, ApiKey key, ApiRequest request)
    {
        var isJson = ErrorResponse.TryRead(body, out var error);

        // Masked before the markup is dropped, too: a secret may look like markup.
        var raw = isJson ? "" : Encoding.UTF8.GetString(body.Slice(0, Math.Min(body.Length, MaxRead)).ToArray());
        var words = isJson ? error.Words : Mask(WithoutMarkup(Mask(raw)));
        var name = (isJson ? error.Name : null) ?? NameIn(words);

        // Classified before masking: a value that was sent may be a common word, such as "resource".
        var kind = ErrorClassification.Classify(status, name, words);
        var reason = name is null ? null : VisibleText.Shorten(Mask(name), MaxName);
        var isBlocked = kind == NovitaErrorKind.AccessDenied && !isJson;
        var opening = Opening(kind, status, reason, isBlocked, key);
        var message = $"{opening}{Detail(Mask(words))} ({Label(reason, response.StatusCode)}).";
        return new NovitaException(kind, message) { StatusCode = status, Reason = reason };

        string Mask(string text) => request.Mask(key.Mask(VisibleText.Shorten(text, MaxRead)));
    }

    /// <summary>Creates the exception for a redirect, which is not followed: it could carry the key to another host.</summary>
    public static NovitaException ReadRedirect(HttpResponseMessage response, Uri asked, ApiKey key)
    {
        var target = response.Headers.Location is { } location && Uri.TryCreate(asked, location, out var uri)
            ? key.Mask(uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))
            : "nowhere";
        return new NovitaException(
            NovitaErrorKind.ResponseInvalid,
            $"The service's response is a redirect to {target} (HTTP {(int)response.StatusCode}), which is not followed: "
                + "the API key would go along.")
        {
            StatusCode = (int)response.StatusCode,
        };
    }

    private static string Opening(NovitaErrorKind kind, int status, string? reason, bool isBlocked, ApiKey key) => kind switch
    {
        NovitaErrorKind.ApiKeyRefused => $"The service refused the API key {key}",
        NovitaErrorKind.AccessDenied when isBlocked =>
            "A gateway in front of the service blocked the request, which says nothing about the API key",
        NovitaErrorKind.AccessDenied => $"The service does not allow this to the API key {key}",
        NovitaErrorKind.NotFound when status == 404 && reason is null or "API_NOT_FOUND" => "There is no such API at this endpoint",
        NovitaErrorKind.NotFound => "The service has no such thing",
        NovitaErrorKind.RateLimited => "The service takes no more requests for now",
        NovitaErrorKind.ServiceUnavailable => "The service failed",
        _ => "The service refused the request",
    };

    private static string Detail(string words) =>
        words.Length == 0 ? "" : ": " + VisibleText.Shorten(words, MaxText).TrimEnd('.');

    private static string Label(string? reason, HttpStatusCode status) =>
        reason is null ? $"HTTP {(int)status}" : $"{reason}, HTTP {(int)status}";

    private static string? NameIn(string words) =>
        s_nameInText.Matches(words).Cast<Match>().Select(match => match.Value).FirstOrDefault(ErrorClassification.IsKnown);

    /// <summary>Returns the words of an HTML page, which a gateway sends.</summary>
    private static string WithoutMarkup(string text)
    {
        text = VisibleText.Shorten(text, MaxMarkup);
        text = Regex.Replace(text, @"<(script|style)\b.*?</\1>|<[^>]*>", " ", RegexOptions.Singleline | RegexOptions.IgnoreCase);
        return Regex.Replace(text, @"\s+", " ").Trim();
    }
}
