using System.Collections.Concurrent;

namespace Novita.Client.Tests.Fixtures;

/// <summary>What a request is answered with.</summary>
internal delegate Task<HttpResponseMessage> Answer(CancellationToken cancellationToken);

/// <summary>Answers requests from a list, the last answer again and again, and keeps what was asked.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Answer[] _answers;
    private int _count;

    public ScriptedHandler(params Answer[] answers) => _answers = answers;

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = new();

    /// <summary>The bodies of those that had one.</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    public int Count => Requests.Count;

    public HttpRequestMessage Single => Assert.Single(Requests);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        var index = Interlocked.Increment(ref _count) - 1;
        if (request.Content is { } content)
        {
            // Whoever sends it releases it.
            Sent.Enqueue(await content.ReadAsStringAsync(cancellationToken));
        }

        return await _answers[Math.Min(index, _answers.Length - 1)](cancellationToken);
    }
}
