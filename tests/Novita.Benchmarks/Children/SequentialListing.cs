using System.Net.Http.Json;
using Novita.Benchmarks.Contract;

namespace Novita.Benchmarks.Children;

/// <summary>The floor: what one writes in C# in five minutes. Page after page, no check, no retry, nothing but HttpClient and System.Text.Json.</summary>
internal sealed class SequentialListing : IListing
{
    public const string Role = "sequential";

    private const int PageSize = 100;

    private readonly HttpClient _http = new();
    private readonly string _endpoint;

    public SequentialListing(string endpoint, string key)
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
        var count = 0;
        for (var number = 0; ; number++)
        {
            var page = await GetAsync(PageSize, number);
            foreach (var instance in page.Instances)
            {
                yield return instance;
            }

            count += page.Instances.Count;
            if (count >= page.Total)
            {
                yield break;
            }
        }
    }

    private async Task<PlainPage> GetAsync(int pageSize, int pageNum) =>
        (await _http.GetFromJsonAsync<PlainPage>(ListAddress.Of(_endpoint, pageSize, pageNum)))!;
}
