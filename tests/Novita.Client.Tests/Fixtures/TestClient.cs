using System.Collections.Concurrent;
using Novita.Client.Lists;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A client over a <see cref="ScriptedHandler"/> and a <see cref="TestClock"/>, and what it tells.</summary>
internal sealed class TestClient : IDisposable
{
    public const string Key = "sk_test_0123456789abcd";

    public TestClient(params Answer[] answers)
        : this(options => options, answers)
    {
    }

    public TestClient(Func<NovitaClientOptions, NovitaClientOptions> configure, params Answer[] answers)
        : this(new TestClock(), configure, answers)
    {
    }

    public TestClient(TestClock clock, Func<NovitaClientOptions, NovitaClientOptions> configure, params Answer[] answers)
    {
        Clock = clock;
        Handler = new ScriptedHandler(answers);
        var options = new NovitaClientOptions { CreateHandler = () => Handler, Clock = clock, NextRandom = () => 0.5 };
        Client = new NovitaClient(configure(options), new ApiKey(Key, "a test"));
    }

    public TestClock Clock { get; }

    public ScriptedHandler Handler { get; }

    public NovitaClient Client { get; }

    public ConcurrentQueue<ClientEvent> Events { get; } = new();

    public IEnumerable<string> Retries => Events.Where(told => told.Kind == ClientEventKind.Retry).Select(told => told.Text);

    public CallContext Call => new(Events.Enqueue, CancellationToken.None);

    public Task<Page<Instance>> GetAsync(CancellationToken cancellationToken = default) => GetAsync(ListRequests.Instances(), cancellationToken);

    public Task<Page<Instance>> GetAsync(ListRequest<Instance> query, CancellationToken cancellationToken = default) =>
        Client.GetPageAsync(query, 3, 100, new CallContext(Events.Enqueue, cancellationToken));

    /// <summary>Asks for a page that does not come.</summary>
    public Task<NovitaException> FailAsync() => Assert.ThrowsAsync<NovitaException>(() => GetAsync());

    public void Dispose() => Client.Dispose();
}
