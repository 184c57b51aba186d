using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>A simulated service whose clock stands until a test moves it, and a plain HTTP client of it.</summary>
internal sealed class Cloud : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Cloud(SimulatedService service, FakeTimeProvider time)
    {
        Service = service;
        Time = time;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"{service.Endpoint.AbsoluteUri.TrimEnd('/')}/gpu-instance/openapi/v1/gpu/"),
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.ApiKey);
    }

    public SimulatedService Service { get; }

    public FakeTimeProvider Time { get; }

    public static Task<Cloud> StartAsync(params SimulatedInstance[] instances) => StartAsync(time => new() { Instances = 0, TimeProvider = time }, instances);

    public static async Task<Cloud> StartAsync(Func<TimeProvider, SimulatorOptions> options, params SimulatedInstance[] instances)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var service = await SimulatedService.StartAsync(options(time));
        if (instances.Length > 0)
        {
            service.Fleet.Load(instances);
        }

        return new(service, time);
    }

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public Task<HttpResponseMessage> SendAsync(string path, HttpContent content, CancellationToken cancellationToken = default) =>
        _http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);

    public async Task<Answer> PostAsync(string path, JsonNode? body)
    {
        using var content = JsonContent.Create(body);
        using var response = await SendAsync(path, content);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Start, stop and the like.</summary>
    public Task<Answer> ActAsync(string action, string id) => PostAsync($"instance/{action}", new JsonObject { ["instanceId"] = id });

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetInstanceAsync(string id) => GetAsync($"instance?instanceId={id}");

    /// <summary>The status by the get call; its error's reason when there is none.</summary>
    public async Task<string> StatusAsync(string id)
    {
        var answer = await GetInstanceAsync(id);
        return answer.Text("status") ?? answer.Text("reason") ?? $"HTTP {answer.Status}";
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Service.DisposeAsync();
    }
}
