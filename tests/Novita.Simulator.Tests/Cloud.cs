using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Novita.Simulator.Tests;

/// <summary>A simulated service whose clock stands until a test moves it, and a plain HTTP client.</summary>
internal sealed class Cloud : IAsyncDisposable
{
    private Cloud(SimulatedService service, FakeTimeProvider time)
    {
        Service = service;
        Time = time;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"{service.Endpoint.AbsoluteUri.TrimEnd('/')}/gpu-instance/openapi/v1/"),
        };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.ApiKey);
    }

    public SimulatedService Service { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public static Task<Cloud> StartAsync(params SimulatedInstance[] instances) =>
        StartAsync(time => new() { Instances = 0, TimeProvider = time }, instances);

    public static async Task<Cloud> StartAsync(Func<TimeProvider, SimulatorOptions> options, params SimulatedInstance[] instances)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var service = await SimulatedService.StartAsync(options(time));
        Array.ForEach([.. instances.Reverse()], service.Fleet.Add);
        return new(service, time);
    }

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public async Task<Answer> PostAsync(string path, JsonNode? body)
    {
        using var content = JsonContent.Create(body);
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Start, stop and the like.</summary>
    public Task<Answer> ActAsync(string action, string id) =>
        PostAsync($"gpu/instance/{action}", action == "upgrade" ? Requests.Upgrade(id) : new JsonObject { ["instanceId"] = id });

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return await Answer.ReadAsync(response);
    }

    /// <summary>The status by the get call; its error's reason when there is none.</summary>
    public async Task<string?> StatusAsync(string id)
    {
        var answer = await GetAsync($"gpu/instance?instanceId={id}");
        return answer.Reason ?? (string?)answer.Json["status"];
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Service.DisposeAsync();
    }
}
