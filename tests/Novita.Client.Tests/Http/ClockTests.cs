namespace Novita.Client.Tests.Http;

public sealed class ClockTests
{
    [Fact]
    public async Task A_wait_longer_than_timers_take_is_a_long_one()
    {
        using var stop = new CancellationTokenSource();
        using var never = Clock.System.CancelAfter(TimeSpan.FromSeconds(int.MaxValue));
        var delay = Clock.System.Delay(TimeSpan.FromSeconds(int.MaxValue), stop.Token);

        Assert.False(delay.IsCompleted);
        Assert.False(never.IsCancellationRequested);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delay);
    }
}
