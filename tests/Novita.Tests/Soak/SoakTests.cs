using System.Diagnostics;
using System.Globalization;
using Novita.Simulator;
using Novita.Tests.Fixtures;
using Xunit.Abstractions;

namespace Novita.Tests.Soak;

/// <summary>
/// Many runspaces of one process connect, list, stop and disconnect at random, each with accounts of its own. For as long as
/// <c>NOVITA_SOAK_SECONDS</c> says, 15 without it.
/// </summary>
[Collection(ProcessWide.Name)]
public sealed class SoakTests : ServiceTest
{
    private const int Workers = 6;
    private const int Accounts = 4;
    private const int MostNewHandles = 200;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly ITestOutputHelper _output;

    public SoakTests(ITestOutputHelper output) => _output = output;

    private static TimeSpan Duration => TimeSpan.FromSeconds(
        int.TryParse(System.Environment.GetEnvironmentVariable("NOVITA_SOAK_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 15);

    [Fact]
    public async Task Runspaces_never_see_each_others_instances_and_leave_nothing_behind()
    {
        var accounts = await StartAccountsAsync();
        var unobserved = new List<Exception>();
        void Observe(object? sender, UnobservedTaskExceptionEventArgs happened)
        {
            lock (unobserved)
            {
                unobserved.Add(happened.Exception);
            }
        }

        TaskScheduler.UnobservedTaskException += Observe;
        try
        {
            var workers = Enumerable.Range(0, Workers).Select(number => new SoakWorker(number, NewShell(), accounts)).ToList();
            await RunAsync(workers, TimeSpan.FromSeconds(2));
            var handlesBefore = CountHandles();

            await RunAsync(workers, Duration);

            workers.ForEach(worker => worker.DisconnectAll());
            var handles = CountHandles();
            _output.WriteLine($"{workers.Sum(worker => worker.Operations)} operations, {workers.Sum(worker => worker.Stops)} of them stopped; handles {handlesBefore}, then {handles}");
            Assert.True(workers.TrueForAll(worker => worker.Faults.Count == 0), string.Join(System.Environment.NewLine, workers.SelectMany(worker => worker.Faults)));
            Assert.Empty(unobserved);
            Assert.InRange(handles, 0, handlesBefore + MostNewHandles);
            Assert.All(workers, worker => Assert.InRange(worker.Stops, 1, worker.Operations - 1));
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Observe;
        }
    }

    private async Task<IReadOnlyList<SimulatedService>> StartAccountsAsync()
    {
        var accounts = new List<SimulatedService>();
        for (var account = 0; account < Accounts; account++)
        {
            var service = await StartAsync(new SimulatorOptions { Instances = 0, PageBase = account % 2 });
            service.Fleet.Load(Enumerable.Range(0, 35 + account).Select(number => new SimulatedInstance { Name = $"account-{account}-{number}" }));
            accounts.Add(service);
        }

        return accounts;
    }

    /// <summary>Lets every worker work, and fails if one hangs.</summary>
    private static Task RunAsync(IEnumerable<SoakWorker> workers, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var threads = workers.Select(worker => Task.Factory.StartNew(
            () =>
            {
                while (watch.Elapsed < duration && worker.Faults.Count == 0)
                {
                    worker.DoSomething();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        return Task.WhenAll(threads).WaitAsync(duration + s_patience);
    }

    /// <summary>Handles of this process once nothing is left that nobody holds.</summary>
    private static int CountHandles()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return Directory.Exists("/proc/self/fd") ? Directory.GetFiles("/proc/self/fd").Length : process.HandleCount;
    }
}
