using Novita.Client.Costs;

namespace Novita.Client.Tests.Catalog;

/// <summary>The catalog is read once in five minutes, whoever asks.</summary>
public sealed class CachedListTests
{
    private static readonly Answer s_catalog = Answers.Json(200, """{"data":[{"id":"p","price":"35000"}]}""");

    [Fact]
    public async Task Within_five_minutes_one_request_serves_everything()
    {
        using var client = new TestClient(s_catalog);

        await client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call);
        client.Clock.Advance(TimeSpan.FromMinutes(4.9));
        var prices = await PriceList.ReadAsync(client.Client, withGpus: true, withoutGpus: false, client.Call);

        Assert.Equal(0.35m, prices.RateOf("p", 1, null)!.PerHour);
        Assert.Equal("/gpu-instance/openapi/v1/products", client.Handler.Single.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task After_five_minutes_the_list_is_read_again()
    {
        using var client = new TestClient(s_catalog, Answers.Json(200, """{"data":[]}"""));
        await client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call);

        client.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Empty(await client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call));
        Assert.Equal(2, client.Handler.Count);
    }

    [Fact]
    public async Task A_reading_of_the_whole_list_by_anybody_is_kept_in_copies()
    {
        using var client = new TestClient(s_catalog);
        using var listing = client.Client.List([ListRequests.Products().Where(product => product.Id == "p")], client.Call);
        var read = (await listing.NextAsync(long.MaxValue))!.Single();
        read.Price = 1;

        var kept = (await client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call)).Single();

        Assert.Equal((0.35m, 1), (kept.Price, client.Handler.Count));
    }

    [Fact]
    public async Task A_list_that_the_service_filtered_is_not_kept()
    {
        using var client = new TestClient(s_catalog);
        using var listing = client.Client.List([ListRequests.Products(name: "4090")], client.Call);
        await listing.NextAsync(long.MaxValue);

        await client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call);

        Assert.Equal(2, client.Handler.Count);
    }

    [Fact]
    public async Task Several_callers_at_a_time_cause_one_request()
    {
        var release = new TaskCompletionSource();
        using var client = new TestClient(async cancellationToken =>
        {
            await release.Task;
            return await s_catalog(cancellationToken);
        });

        var readings = Enumerable.Range(0, 5).Select(_ => client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call)).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(readings), rows => Assert.Single(rows));
        Assert.Equal(1, client.Handler.Count);
    }

    [Fact]
    public async Task A_failure_is_not_kept_and_the_next_caller_reads()
    {
        using var client = new TestClient(options => options with { MaximumRetryCount = 0 }, Answers.Status(503), s_catalog);
        await Assert.ThrowsAsync<NovitaException>(() => client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call));

        Assert.Single(await client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call));
    }

    [Fact]
    public async Task A_caller_that_is_cancelled_does_not_wait_for_another()
    {
        using var client = new TestClient(Answers.Nothing());
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var reading = client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call with { CancellationToken = first.Token });
        var waiting = client.Client.Cached(ListRequests.Products()).ReadAsync(client.Call with { CancellationToken = second.Token });

        await second.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(reading.IsCompleted);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }
}
