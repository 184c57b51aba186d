using System.Net.Http.Json;
using Novita.Benchmarks.Contract;

namespace Novita.Benchmarks.Children;

/// <summary>
/// What an expert writes in C#: eight pages at a time, in order, with HttpClient and a source-generated serializer. No check, no retry,
/// texts as they come. It begins at page 0; a service that begins at page 1 would give it one page less, without a word.
/// </summary>
internal sealed class ParallelListing : IListing
{
    public const string Role = "parallel";

    private const int PageSize = 100;
    private const int Window = 8;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Window });
    private readonly string _endpoint;

    public ParallelListing(string endpoint, string key)
    {
        _endpoint = endpoint;
        _http.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public Task WarmAsync() => GetAsync(1, 0);

    public async Task RunAsync()
    {
        await foreach (var _ in ListAsync())
        {
        }
    }

    public async Task CheckAsync(Arrivals arrivals)
    {
        await foreach (var instance in ListAsync())
        {
            arrivals.Add(instance.Id!);
        }
    }

    public void Dispose() => _http.Dispose();

    private async IAsyncEnumerable<PlainInstance> ListAsync()
    {
        var first = await GetAsync(PageSize, 0);
        foreach (var instance in first.Instances)
        {
            yield return instance;
        }

        var last = (first.Total - 1) / PageSize;
        var pending = new Queue<Task<PlainPage>>();
        for (var next = 1; next <= last || pending.Count > 0;)
        {
            while (pending.Count < Window && next <= last)
            {
                pending.Enqueue(GetAsync(PageSize, next++));
            }

            foreach (var instance in (await pending.Dequeue()).Instances)
            {
                yield return instance;
            }
        }
    }

    private async Task<PlainPage> GetAsync(int pageSize, int pageNum) =>
        (await _http.GetFromJsonAsync(ListAddress.Of(_endpoint, pageSize, pageNum), PlainContext.Default.PlainPage))!;
}
