using Novita.Client;
using Novita.Commands.Base;

namespace Novita.Tests;

public sealed class EventQueueTests
{
    private readonly EventQueue _queue = new();

    [Fact]
    public void A_pause_is_told_once_however_many_requests_wait_for_it()
    {
        AddPause("a", 15);
        AddPause("b", 15);
        AddPause("c", 15.9);

        Assert.Equal(["a"], Told());
    }

    [Fact]
    public void A_pause_that_a_retry_has_told_of_is_not_told_again()
    {
        _queue.Add(new ClientEvent(ClientEventKind.Retry, "throttled", TimeSpan.FromSeconds(15)));
        AddPause("a", 15);

        Assert.Equal(["throttled"], Told());
    }

    [Fact]
    public void A_longer_pause_and_the_next_one_are_told()
    {
        AddPause("a", 15);
        AddPause("longer", 16);
        AddPause("next", 30);
        AddPause("earlier", 16);

        Assert.Equal(["a", "longer", "next"], Told());
    }

    [Fact]
    public void Each_retry_is_told_whatever_pause_it_asks_for()
    {
        _queue.Add(new ClientEvent(ClientEventKind.Retry, "one", TimeSpan.FromSeconds(15)));
        _queue.Add(new ClientEvent(ClientEventKind.Retry, "two", TimeSpan.FromSeconds(15)));

        Assert.Equal(["one", "two"], Told());
    }

    private void AddPause(string text, double end) => _queue.Add(new ClientEvent(ClientEventKind.Pause, text, TimeSpan.FromSeconds(end)));

    private IEnumerable<string> Told() => _queue.TakeUntilDone(Task.CompletedTask).Select(told => told.Text);
}
