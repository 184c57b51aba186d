using Novita.Client.Lists;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Reads a <see cref="ModelServer"/> with a pager, one step after the other: whatever is under way is answered when the test says so.</summary>
internal sealed class PagerRun : IDisposable
{
    private const int MostSteps = 100_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ModelServer _server;

    public PagerRun(ModelServer server, int pageSize = 100, int window = 8, bool verify = false, PageNumbering? numbering = null)
    {
        _server = server;
        Numbering = numbering ?? new PageNumbering();
        Pager = new Pager<Instance>(server.GetAsync, pageSize, window, verify, Numbering, default);
    }

    public Pager<Instance> Pager { get; }

    public PageNumbering Numbering { get; }

    /// <summary>The ids that were handed out, in order.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>Reads a list to its end.</summary>
    public static PagerRun Whole(ModelServer server, int pageSize = 100, int window = 8, bool verify = false, PageNumbering? numbering = null)
    {
        using var run = new PagerRun(server, pageSize, window, verify, numbering);
        while (run.Next())
        {
        }

        return run;
    }

    /// <summary>Takes the next rows. False at the end.</summary>
    public bool Next(double wanted = double.PositiveInfinity)
    {
        // The runner's own context would send the continuations to other threads.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var next = Pager.NextAsync(wanted);
            for (var step = 0; !next.IsCompleted; step++)
            {
                Assert.True(step < MostSteps, "The listing does not end.");

                // The pager may take a step of its own on another thread before it asks again.
                Assert.True(SpinWait.SpinUntil(() => next.IsCompleted || _server.UnderWay > 0, s_patience), "The listing waits for nothing.");
                if (!next.IsCompleted)
                {
                    _server.AnswerNext();
                }
            }

            var rows = next.GetAwaiter().GetResult();
            Ids.AddRange(rows?.Select(row => row.Id) ?? []);
            return rows is not null;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public void Dispose() => Pager.Dispose();
}
