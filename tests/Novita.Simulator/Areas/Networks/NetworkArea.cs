using System.Security.Cryptography;
using System.Text;
using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Networks;

/// <summary><c>/networks</c>, <c>/network</c>, and <c>/network/create</c>, <c>update</c> and <c>delete</c>.</summary>
public sealed class NetworkArea : IArea
{
    private readonly NetworkOptions _options;
    private readonly Fleet _fleet;
    private readonly TimeProvider _time;

    internal NetworkArea(NetworkOptions options, Fleet fleet, TimeProvider time)
    {
        _options = options;
        _fleet = fleet;
        _time = time;
    }

    /// <summary>The networks; at first there are none.</summary>
    public SimulatedRows<SimulatedNetwork> Rows { get; } = new();

    private static ApiError NotFound { get; } = new(400, "NETWORK_NOT_FOUND", "network not fount");

    void IArea.Map(RouteTable routes)
    {
        routes.List("/networks", _options.List, Rows, query =>
        {
            var name = query.Text("name");
            return network => network.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) != false;
        });
        routes.Get("/network", query => Rows.Find(query.RequiredText("networkId")) is { } network ? Wrapped(network) : NotFound);
        routes.Post("/network/create", Create);
        routes.Post("/network/update", Update);
        routes.Post("/network/delete", Delete);
    }

    private static JsonReply Wrapped(SimulatedNetwork network) =>
        new(Encoding.UTF8.GetBytes($$"""{"network":{{Encoding.UTF8.GetString(network.ToJson())}}}"""));

    private IResult Create(Members body)
    {
        var network = new SimulatedNetwork
        {
            Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
            ClusterId = body.RequiredText("clusterId", 1, 255),
            Name = body.Text("name", 30),
            Created = _time.GetUtcNow(),
            StateAsList = _options.StateAsList,
        };
        body.End();
        if (Rows.Snapshot().Length >= _options.Limit)
        {
            return new ApiError(400, "NETWORK_MAX_LIMIT", "too many networks");
        }

        Rows.Add(network);
        return _options.CreateAnswersNetwork ? Wrapped(network) : JsonReply.Of(new { });
    }

    private IResult Update(Members body)
    {
        var id = body.RequiredText("networkId", 1, 255);
        var name = body.RequiredText("name", 1, 30);
        body.End();
        return Rows.Update(id, network => network with { Name = name }) ? JsonReply.Of(new { }) : NotFound;
    }

    private IResult Delete(Members body)
    {
        var id = body.RequiredText("networkId", 1, 255);
        body.End();
        if (Rows.Find(id)?.Addresses.Length > 0
            || _fleet.Snapshot().Any(instance => instance.Status != "removed" && instance.NetworkId == id))
        {
            return new ApiError(400, "NETWORK_IN_USE", "the network is in use");
        }

        return Rows.Remove(id) ? JsonReply.Of(new { }) : NotFound;
    }
}
