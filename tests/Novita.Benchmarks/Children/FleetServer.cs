using System.Globalization;
using Novita.Simulator;

namespace Novita.Benchmarks.Children;

/// <summary>The simulated service in a process of its own. It tells endpoint and key, and then, for each line, the requests since the line before.</summary>
internal static class FleetServer
{
    public const string Role = "serve";

    public static async Task RunAsync(int instances, int latency)
    {
        await using var service = await SimulatedService.StartAsync(new()
        {
            Instances = instances,
            Latency = TimeSpan.FromMilliseconds(latency),
        });
        await MakeBytesAsync(service);
        Console.WriteLine($"{service.Endpoint.AbsoluteUri.TrimEnd('/')} {service.ApiKey}");
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(service.Requests.Count.ToString(CultureInfo.InvariantCulture));
            service.Requests.Clear();
        }
    }

    /// <summary>Asks for the whole fleet at once: each instance's bytes are made when they are first sent, and nobody shall be measured waiting for that.</summary>
    private static async Task MakeBytesAsync(SimulatedService service)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", service.ApiKey) } };
        var list = ListAddress.Of(service.Endpoint.AbsoluteUri.TrimEnd('/'), service.Fleet.Count, 0);
        using var reply = await http.GetAsync(list, HttpCompletionOption.ResponseHeadersRead);
        await reply.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
    }
}
