using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Novita.Benchmarks.Contract;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Simulator;

namespace Novita.Benchmarks.Parsing;

/// <summary>One page of 100, from bytes to objects.</summary>
public class ParsePage
{
    private static readonly ListRequest<Instance> s_request = ListRequests.Instances();

    private byte[] _page = [];

    [GlobalSetup]
    public async Task Setup()
    {
        await using var service = await SimulatedService.StartAsync(new() { Instances = 1000 });
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", service.ApiKey) } };
        _page = await http.GetByteArrayAsync($"{service.Endpoint}gpu-instance/openapi/v1/gpu/instances?pageSize=100&pageNum=0");
    }

    [Benchmark]
    public Page<Instance> Ours() => s_request.Read(_page);

    [Benchmark(Baseline = true)]
    public int Bare() => JsonSerializer.Deserialize<PlainPage>(_page, JsonSerializerOptions.Web)!.Instances.Count;
}
