using Novita.Client.Errors;
using Novita.Client.Text;

namespace Novita;

/// <summary>The error of a failed call. Its texts hold no key, no password and no body of a response.</summary>
public sealed class NovitaException : Exception
{
    /// <summary>Describes a failure.</summary>
    public NovitaException(NovitaErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What went wrong; PowerShell's error id.</summary>
    public NovitaErrorKind Kind { get; }

    /// <summary>The HTTP status of the response, or of an error body with a success status; null without a response.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The service's name for the error, such as <c>VALIDATOR_PARAM</c>; null for an error without a name.</summary>
    public string? Reason { get; internal set => field = value is null ? null : VisibleText.Of(value); }

    /// <summary>The address of the request, which holds no secret; null when nothing was sent.</summary>
    public Uri? RequestUri { get; internal set; }

    /// <summary>The number of times that the request was sent; 0 when nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The page of a list that failed, as in the request; null outside a list.</summary>
    public int? Page { get; internal set; }

    /// <summary>The resource or list of the call; null for a call without one.</summary>
    public Subject? Subject { get; internal set; }

    /// <summary>
    /// Whether the service may have made the change: the change was sent, and no response says that it was not made.
    /// </summary>
    public bool MayHaveHappened { get; internal set; }

    /// <summary>
    /// Whether the subject does not exist, by an error of the service or by a complete list. A 404 of a gateway does not show that.
    /// </summary>
    internal bool IsGone
    {
        get => field || (Kind == NovitaErrorKind.NotFound && (StatusCode == 400 || Reason is not (null or "API_NOT_FOUND")));
        init;
    }

    /// <summary>Whether the service made the change, and only a later step failed.</summary>
    internal bool HasHappened { get; init; }

    /// <summary>The problem, the resource, page and session, and the number of attempts; control characters are escaped.</summary>
    public override string Message => VisibleText.Of(
        base.Message
        + (Subject is { Id: { } id } subject ? $" This was {subject.Noun} '{VisibleText.Quote(id)}'{State(subject)}." : "")
        + (Page is { } page ? $" This was page {page} of the list." : "")
        + (SessionName is { } session ? $" This was in session '{session}'." : "")
        + (Consequence is { } consequence ? $" {consequence}" : "")
        + (Attempts > 1 ? $" It was tried {Attempts} times." : "")
        + (MayHaveHappened ? " The service may have done it all the same." : ""));

    /// <summary>The name of the session that failed, where the call used several sessions; null otherwise.</summary>
    internal string? SessionName { get; set; }

    /// <summary>The consequence of the failure, as a sentence; null for a failure without one.</summary>
    internal string? Consequence { get; set; }

    /// <summary>The recommended action; null for the usual action of the error's kind.</summary>
    internal string? Advice { get; set; }

    /// <summary>The wait before a retry, from the Retry-After header; null without the header.</summary>
    internal TimeSpan? RetryAfter { get; set; }

    private static string State(Subject subject) =>
        (subject.State is { } state ? $", whose status is '{state}'" : "")
        + (subject.Job is { } job ? $", while job '{job}' runs on it" : "");
}
