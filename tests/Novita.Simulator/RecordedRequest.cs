using Novita.Simulator.Api;

namespace Novita.Simulator;

/// <summary>What a request looked like. The key is never kept.</summary>
public sealed class RecordedRequest
{
    internal RecordedRequest(HttpRequest request, DateTimeOffset startedAt)
    {
        Method = request.Method;
        Path = request.Path.Value ?? "";
        QueryString = request.QueryString.Value ?? "";
        Query = QueryText.Parse(QueryString);
        UserAgent = request.Headers.UserAgent.ToString();
        AcceptEncoding = request.Headers.AcceptEncoding.ToString();
        HasAuthorization = request.Headers.Authorization.Count > 0;
        StartedAt = startedAt;
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>The query as it was sent, with its question mark; empty when there was none.</summary>
    public string QueryString { get; }

    /// <summary>The decoded parameters, by exact name.</summary>
    public IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>Empty when the header was absent.</summary>
    public string UserAgent { get; }

    /// <summary>Empty when the header was absent.</summary>
    public string AcceptEncoding { get; }

    /// <summary>The text of the body, or its beginning if it is very long; empty for none.</summary>
    public string Body { get; internal set; } = "";

    /// <summary>Whether there was an Authorization header, right or wrong.</summary>
    public bool HasAuthorization { get; }

    /// <summary>When the request came in, by the simulator's clock.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The status of the reply; null while there is none, and for good if the connection was cut before it.</summary>
    public int? Status { get; internal set; }

    public override string ToString() => $"{Method} {Path}{QueryString} {Status}";
}
