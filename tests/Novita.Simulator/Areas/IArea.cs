using Novita.Simulator.Api;

namespace Novita.Simulator.Areas;

/// <summary>A part of the API: its rows and its calls.</summary>
internal interface IArea
{
    /// <summary>Adds the calls of the area.</summary>
    void Map(RouteTable routes);
}
