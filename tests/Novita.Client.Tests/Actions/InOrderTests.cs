using Novita.Client.Parallel;

namespace Novita.Client.Tests.Actions;

public sealed class InOrderTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_items_whatever_ends_first()
    {
        var ends = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource<int>()).ToList();
        var run = new OrderedParallel<int, int>([0, 1, 2, 3], 4, item => ends[item].Task);
        var first = run.NextAsync();
        foreach (var item in new[] { 3, 2, 1, 0 })
        {
            Assert.False(first.IsCompleted);
            ends[item].SetResult(item * 10);
        }

        Assert.Equal(new ItemResult<int, int>(0, 0, null), await first.WaitAsync(s_patience));
        Assert.Equal([10, 20, 30], (await RestAsync(run)).Select(outcome => outcome.Result));
    }

    [Fact]
    public async Task Nothing_is_begun_before_it_is_asked_for()
    {
        var begun = 0;
        var run = new OrderedParallel<int, int>([1, 2, 3], 2, item => Task.FromResult(++begun));

        Assert.Equal((3, 0), (run.Count, begun));
        await run.NextAsync();
        Assert.Equal(2, begun);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task No_more_are_begun_than_the_limit_allows(int limit)
    {
        var begun = 0;
        var underWay = 0;
        var peak = 0;
        var run = new OrderedParallel<int, int>([.. Enumerable.Range(0, 20)], limit, async item =>
        {
            begun++;
            peak = Math.Max(peak, Interlocked.Increment(ref underWay));
            await Task.Delay(1);
            Interlocked.Decrement(ref underWay);
            return item;
        });

        for (var taken = 0; taken < 20; taken++)
        {
            await run.NextAsync();
            Assert.InRange(begun, taken + 1, taken + limit);
        }

        Assert.Null(await run.NextAsync());
        Assert.Equal(limit, peak);
        Assert.Equal(20, begun);
    }

    [Fact]
    public async Task An_error_is_its_items_and_the_others_go_on()
    {
        var run = new OrderedParallel<int, string>([1, 2, 3, 4], 2, async item =>
        {
            await Task.Yield();
            return item % 2 == 0 ? throw Error($"no {item}") : $"{item}";
        });

        var outcomes = await RestAsync(run);

        Assert.Equal([1, 2, 3, 4], outcomes.Select(outcome => outcome.Item));
        Assert.Equal(["1", null, "3", null], outcomes.Select(outcome => outcome.Result));
        Assert.Equal([null, "no 2", null, "no 4"], outcomes.Select(outcome => outcome.Error?.Message));
    }

    [Fact]
    public async Task An_error_that_comes_at_once_is_its_items_too()
    {
        var run = new OrderedParallel<int, string>([1, 2, 3], 3, item => item == 2 ? throw Error("no 2") : Task.FromResult($"{item}"));

        var outcomes = await RestAsync(run);

        Assert.Equal(["1", null, "3"], outcomes.Select(outcome => outcome.Result));
        Assert.Equal("no 2", outcomes[1].Error?.Message);
    }

    [Fact]
    public async Task Any_other_exception_comes_out_in_its_items_turn()
    {
        var run = new OrderedParallel<int, int>([1, 2, 3], 3, async item =>
        {
            await Task.Yield();
            return item == 2 ? throw new InvalidOperationException("a bug") : item;
        });

        Assert.Equal(1, (await run.NextAsync())?.Result);
        Assert.Equal("a bug", (await Assert.ThrowsAsync<InvalidOperationException>(run.NextAsync)).Message);
        Assert.Equal(3, (await run.NextAsync())?.Result);
        Assert.Null(await run.NextAsync());
    }

    [Fact]
    public async Task Cancellation_comes_out_in_its_items_turn() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        new OrderedParallel<int, int>([1], 1, _ => Task.FromCanceled<int>(new CancellationToken(true))).NextAsync);

    private static NovitaException Error(string message) => new(NovitaErrorKind.NotFound, message);

    private static async Task<List<ItemResult<TItem, TResult>>> RestAsync<TItem, TResult>(OrderedParallel<TItem, TResult> run)
    {
        var outcomes = new List<ItemResult<TItem, TResult>>();
        while (await run.NextAsync().WaitAsync(s_patience) is { } outcome)
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }
}
