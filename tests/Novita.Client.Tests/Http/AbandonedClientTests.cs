using System.Runtime.CompilerServices;

namespace Novita.Client.Tests.Http;

/// <summary>A client that nobody disposed: that of a session another took the place of.</summary>
public sealed class AbandonedClientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_connections_are_closed_when_it_is_collected_and_no_failure_then_ends_the_process(bool fails)
    {
        var closed = new StrongBox<bool>();
        Abandon(closed, fails);

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.True(closed.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(StrongBox<bool> closed, bool fails)
    {
        var options = new NovitaClientOptions { CreateHandler = () => new Connections(closed, fails) };
        _ = new NovitaClient(options, new Client.ApiKey("sk_0123456789abcdef", "a test"));
    }

    private sealed class Connections : HttpClientHandler
    {
        private readonly StrongBox<bool> _closed;
        private readonly bool _fails;

        public Connections(StrongBox<bool> closed, bool fails) => (_closed, _fails) = (closed, fails);

        protected override void Dispose(bool disposing)
        {
            _closed.Value = true;
            base.Dispose(disposing);
            if (_fails)
            {
                throw new InvalidOperationException("It does not close.");
            }
        }
    }
}
