using Microsoft.AspNetCore.Http.Features;

namespace Novita.Simulator.Hosting;

/// <summary>Knows at once that the request was aborted here: the server's own token is cancelled only some time after.</summary>
internal sealed class AbortWatch : IHttpRequestLifetimeFeature
{
    private readonly IHttpRequestLifetimeFeature _inner;
    private volatile bool _aborted;

    public AbortWatch(IHttpRequestLifetimeFeature inner) => _inner = inner;

    public bool Aborted => _aborted || RequestAborted.IsCancellationRequested;

    public CancellationToken RequestAborted
    {
        get => _inner.RequestAborted;
        set => _inner.RequestAborted = value;
    }

    public void Abort()
    {
        _aborted = true;
        _inner.Abort();
    }
}
