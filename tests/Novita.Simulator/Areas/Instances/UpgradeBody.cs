using System.Collections.Immutable;
using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Instances;

/// <summary>The body of an upgrade call, which has every setting.</summary>
internal sealed record UpgradeBody(
    string InstanceId,
    string ImageUrl,
    string? ImageAuthId,
    ImmutableArray<SimulatedVariable> Envs,
    string Command,
    string Entrypoint,
    ImmutableArray<SimulatedVolume> Volumes)
{
    public static UpgradeBody Read(Members body)
    {
        // Read, because it has to be there, though nothing here has data to keep.
        _ = body.RequiredFlag("save");

        return new(
            Values.InstanceId(body),
            Values.ImageUrl(body),
            body.Text("imageAuthId", 255),
            Values.Variables(body) ?? throw body.Wrong("envs", "value is required"),
            body.RequiredText("command", 0, 2047),
            body.RequiredText("entrypoint", 0, 2047),
            Values.Volumes(body));
    }

    /// <summary>Local volumes stay.</summary>
    public SimulatedInstance Apply(SimulatedInstance instance) => instance with
    {
        ImageUrl = ImageUrl,
        ImageAuthId = ImageAuthId,
        Envs = Envs,
        Command = Command,
        Entrypoint = Entrypoint,
        VolumeMounts = [.. instance.VolumeMounts.Where(volume => volume.Type != "network"), .. Volumes],
    };
}
