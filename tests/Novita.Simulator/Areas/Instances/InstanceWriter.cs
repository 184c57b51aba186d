using System.Globalization;
using System.Text.Json;

namespace Novita.Simulator.Areas.Instances;

/// <summary>Writes an instance the way a list reply has it, with the service's numbers in strings.</summary>
internal static class InstanceWriter
{
    public static byte[] Write(SimulatedInstance instance) =>
        MemberWriter.Write(instance.Unset, members => WriteMembers(members, instance));

    private static void WriteMembers(MemberWriter members, SimulatedInstance instance)
    {
        var json = members.Json;
        json.WriteString("id", instance.Id);
        json.WriteString("name", instance.Name);
        json.WriteString("clusterId", instance.ClusterId);
        members.Optional("clusterName", instance.ClusterName);
        json.WriteString("status", instance.Status);
        json.WriteString("imageUrl", instance.ImageUrl);
        members.Optional("imageAuthId", instance.ImageAuthId);
        members.Optional("command", instance.Command);
        members.Optional("entrypoint", instance.Entrypoint);
        members.Digits("cpuNum", instance.CpuNum);
        members.Digits("memory", instance.Memory);
        members.Digits("gpuNum", instance.GpuNum);
        members.Optional("portMappings", instance.PortMappings, port =>
        {
            json.WriteNumber("port", port.Port);
            json.WriteString("type", port.Type);
        });
        json.WriteString("productId", instance.ProductId);
        json.WriteString("productName", instance.ProductName);
        json.WriteNumber("rootfsSize", instance.RootfsSize);
        members.Optional("volumeMounts", instance.VolumeMounts, volume =>
        {
            members.Present("type", volume.Type);
            members.Present("size", volume.Size?.ToString(CultureInfo.InvariantCulture));
            members.Present("id", volume.Id);
            members.Present("mountPath", volume.MountPath);
        });
        members.StatusError(instance.StatusError);
        members.Variables(instance.Envs);
        members.Optional("kind", instance.Kind);
        json.WriteString("billingMode", instance.BillingMode);
        members.Time("endTime", instance.EndTime, -1);
        members.Optional("spotStatus", instance.SpotStatus);
        members.Time("spotReclaimTime", instance.SpotReclaimTime, 0);

        foreach (var (name, value) in instance.Extra)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value);
        }
    }
}
