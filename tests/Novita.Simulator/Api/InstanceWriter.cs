using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Novita.Simulator.Api;

/// <summary>Writes an instance the way a list reply has it, with the service's numbers in strings.</summary>
internal sealed class InstanceWriter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;
    private readonly Unset _unset;

    private InstanceWriter(Utf8JsonWriter json, Unset unset)
    {
        _json = json;
        _unset = unset;
    }

    public static byte[] Write(SimulatedInstance instance)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);

        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            new InstanceWriter(json, instance.Unset).WriteObject(instance);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteObject(SimulatedInstance instance)
    {
        _json.WriteStartObject();
        _json.WriteString("id", instance.Id);
        _json.WriteString("name", instance.Name);
        _json.WriteString("clusterId", instance.ClusterId);
        Optional("clusterName", instance.ClusterName);
        _json.WriteString("status", instance.Status);
        _json.WriteString("imageUrl", instance.ImageUrl);
        Optional("imageAuthId", instance.ImageAuthId);
        Optional("command", instance.Command);
        Optional("entrypoint", instance.Entrypoint);
        Digits("cpuNum", instance.CpuNum);
        Digits("memory", instance.Memory);
        Digits("gpuNum", instance.GpuNum);
        Optional("portMappings", instance.PortMappings, port =>
        {
            _json.WriteNumber("port", port.Port);
            _json.WriteString("type", port.Type);
        });
        _json.WriteString("productId", instance.ProductId);
        _json.WriteString("productName", instance.ProductName);
        _json.WriteNumber("rootfsSize", instance.RootfsSize);
        Optional("volumeMounts", instance.VolumeMounts, volume =>
        {
            Present("type", volume.Type);
            Present("size", volume.Size?.ToString(CultureInfo.InvariantCulture));
            Present("id", volume.Id);
            Present("mountPath", volume.MountPath);
        });
        StatusError(instance.StatusError);
        Optional("envs", instance.Envs, variable =>
        {
            Present("key", variable.Key);
            Present("value", variable.Value);
        });
        Optional("kind", instance.Kind);
        _json.WriteString("billingMode", instance.BillingMode);
        Digits("endTime", instance.EndTime?.ToUnixTimeSeconds() ?? -1);
        Optional("spotStatus", instance.SpotStatus);
        Digits("spotReclaimTime", instance.SpotReclaimTime?.ToUnixTimeSeconds() ?? 0);

        foreach (var (name, value) in instance.Extra)
        {
            _json.WritePropertyName(name);
            JsonSerializer.Serialize(_json, value);
        }

        _json.WriteEndObject();
    }

    private void Digits(string name, long value) => _json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));

    private void Present(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void Optional(string name, string? value)
    {
        if (value is not null || !LeftOut(name))
        {
            _json.WriteString(name, value ?? "");
        }
    }

    private void Optional<T>(string name, ImmutableArray<T> items, Action<T> writeMembers)
    {
        if (items.IsDefaultOrEmpty && LeftOut(name))
        {
            return;
        }

        _json.WriteStartArray(name);

        foreach (var item in items.IsDefault ? [] : items)
        {
            _json.WriteStartObject();
            writeMembers(item);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void StatusError(SimulatedError? error)
    {
        if (error is null && LeftOut("statusError"))
        {
            return;
        }

        error ??= new("", "");
        _json.WriteStartObject("statusError");
        Present("state", error.State);
        Present("message", error.Message);
        _json.WriteEndObject();
    }

    /// <summary>Whether a member without a value is done with, by leaving it out or as null; if not, it is to be written empty.</summary>
    private bool LeftOut(string name)
    {
        if (_unset is Unset.Null)
        {
            _json.WriteNull(name);
        }

        return _unset is not Unset.Empty;
    }
}
