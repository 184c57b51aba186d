using Novita.Client.Errors;
using Novita.Client.Text;

namespace Novita;

/// <summary>A call that failed. Its texts hold no key, no password and no body of a reply.</summary>
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

    /// <summary>The reply's HTTP status, or the one in its body where an error comes as a success; null when there was no reply.</summary>
    public int? StatusCode { get; internal set; }

    /// <summary>The service's name for the error, such as <c>VALIDATOR_PARAM</c>; null when it gave none.</summary>
    public string? Reason { get; internal set => field = value is null ? null : VisibleText.Of(value); }

    /// <summary>What was asked; null when nothing was sent. It holds no secret.</summary>
    public Uri? RequestUri { get; internal set; }

    /// <summary>How often the request was sent; 0 when it never was.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The page of a list that failed, as it was sent (<c>pageNum</c>); null outside a list.</summary>
    public int? Page { get; internal set; }

    /// <summary>What the call was about; null where it was about no noun.</summary>
    public Subject? Subject { get; internal set; }

    /// <summary>Whether the service may have carried out what failed: a change was sent, and no answer came that says it was not made.</summary>
    public bool MayHaveHappened { get; internal set; }

    /// <summary>
    /// Whether the subject does not exist, by the service's word or by a list that is complete; a gateway's own 404 says nothing about
    /// it.
    /// </summary>
    internal bool IsGone
    {
        get => field || (Kind == NovitaErrorKind.NotFound && (StatusCode == 400 || Reason is not (null or "API_NOT_FOUND")));
        init;
    }

    /// <summary>Whether the service did carry out what was asked, and only what came next failed.</summary>
    internal bool HasHappened { get; init; }

    /// <summary>What happened, where, and how often it was tried, with every character written out that a terminal would obey.</summary>
    public override string Message => VisibleText.Of(
        base.Message
        + (Subject is { Id: { } id } subject ? $" This was {subject.Noun} '{VisibleText.Quote(id)}'{State(subject)}." : "")
        + (Page is { } page ? $" This was page {page} of the list." : "")
        + (SessionName is { } session ? $" This was in session '{session}'." : "")
        + (Consequence is { } consequence ? $" {consequence}" : "")
        + (Attempts > 1 ? $" It was tried {Attempts} times." : "")
        + (MayHaveHappened ? " The service may have done it all the same." : ""));

    /// <summary>The session that failed, where the call used several.</summary>
    internal string? SessionName { get; set; }

    /// <summary>What follows from the failure, as a sentence; null for nothing.</summary>
    internal string? Consequence { get; set; }

    /// <summary>What to do next, where whoever called knows better than this failure's kind.</summary>
    internal string? Advice { get; set; }

    /// <summary>How long the service asks to wait before the next try.</summary>
    internal TimeSpan? RetryAfter { get; set; }

    private static string State(Subject subject) =>
        (subject.State is { } state ? $", whose status is '{state}'" : "") + (subject.Job is { } job ? $", while job '{job}' runs on it" : "");
}
