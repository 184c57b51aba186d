using System.Globalization;
using Novita.Benchmarks.Children;

namespace Novita.Benchmarks.Listing;

/// <summary>The simulated service that runs in another process.</summary>
internal sealed class Service : IDisposable
{
    private readonly ChildProcess _process;

    public Service(int instances, int latency)
    {
        _process = ChildProcess.Start(
            FleetServer.Role,
            instances.ToString(CultureInfo.InvariantCulture),
            latency.ToString(CultureInfo.InvariantCulture));
        var parts = _process.Read().Split(' ');
        (Endpoint, Key) = (parts[0], parts[1]);
    }

    public string Endpoint { get; }

    public string Key { get; }

    /// <summary>Gives the number of requests since the last time it was asked, from the service's own log.</summary>
    public int TakeRequests() => int.Parse(_process.Ask("requests"), CultureInfo.InvariantCulture);

    public void Dispose() => _process.Dispose();
}
