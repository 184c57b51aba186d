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

    public int Count => Requests.Count;

    public HttpRequestMessage Single => Assert.Single(Requests);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        var index = Interlocked.Increment(ref _count) - 1;
        return _answers[Math.Min(index, _answers.Length - 1)](cancellationToken);
    }
}
