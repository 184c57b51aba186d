using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>A network to create (<c>POST /network/create</c>).</summary>
/// <param name="Name">The name, 1 to 30 characters; need not be unique.</param>
/// <param name="ClusterId">The cluster, which must support networks; 1 to 255 characters.</param>
public sealed record NewNetwork(string? Name, string? ClusterId)
{
    /// <summary>Describes the network for a prompt.</summary>
    public override string ToString() => $"network '{Name}' in cluster {ClusterId}";

    /// <summary>Checks every limit of the contract.</summary>
    /// <exception cref="NovitaException">A limit is broken (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public void Check()
    {
        CheckName(Name);
        Limits.Length(nameof(ClusterId), ClusterId, 1, 255);
    }

    /// <summary>Checks a name.</summary>
    internal static void CheckName(string? name) => Limits.Length(nameof(Name), name, 1, 30);

    internal RequestBody ToBody() => new RequestBody().Add("clusterId", ClusterId).Add("name", Name);
}
