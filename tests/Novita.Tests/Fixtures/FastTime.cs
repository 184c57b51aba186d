using System.Management.Automation.Runspaces;
using Microsoft.Extensions.Time.Testing;
using Novita.Client;
using Novita.Sessions;

namespace Novita.Tests.Fixtures;

/// <summary>Time in which nobody waits: whenever the module does, the clock jumps ahead. The simulator goes by the same clock.</summary>
public sealed class FastTime
{
    private readonly JumpingClock _clock;

    public FastTime(DateTimeOffset? start = null)
    {
        Provider = new FakeTimeProvider(start ?? new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        _clock = new JumpingClock(Provider);
    }

    public FakeTimeProvider Provider { get; }

    /// <summary>Gives it to the sessions that a runspace makes from now on.</summary>
    public void Use(Runspace runspace) => SessionFactory.SetClock(runspace, _clock);

    private sealed class JumpingClock : Clock
    {
        private readonly FakeTimeProvider _provider;

        public JumpingClock(FakeTimeProvider provider) => _provider = provider;

        public override DateTimeOffset UtcNow => _provider.GetUtcNow();

        public override TimeSpan Uptime => _provider.GetUtcNow() - DateTimeOffset.UnixEpoch;

        public override Task Delay(TimeSpan delay, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _provider.Advance(delay);
            return Task.CompletedTask;
        }
    }
}
