using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Lives;

namespace Novita.Simulator.Areas.Instances;

/// <summary>Writes an instance the way a get reply has it.</summary>
internal sealed class DetailWriter
{
    private const int FreeStorage = 60;

    // Written from the instance itself.
    private static readonly HashSet<string> s_known = ["createdAt", "sshCommand", "sshPassword"];

    private readonly MemberWriter _members;
    private readonly Utf8JsonWriter _json;
    private readonly SimulatedInstance _instance;
    private readonly ImmutableArray<SimulatedJob> _jobs;
    private readonly SimulatorOptions _options;
    private readonly Access _access;
    private readonly bool _runs;

    private DetailWriter(MemberWriter members, SimulatedInstance instance, ImmutableArray<SimulatedJob> jobs, SimulatorOptions options)
    {
        _jobs = jobs;
        _members = members;
        _json = members.Json;
        _instance = instance;
        _options = options;
        _access = Access.Of(instance);
        _runs = instance.Status == "running";
    }

    public static byte[] Write(SimulatedInstance instance, ImmutableArray<SimulatedJob> jobs, SimulatorOptions options) => instance.RawJson is { } raw
        ? Encoding.UTF8.GetBytes(raw)
        : MemberWriter.Write(instance.Unset, members => new DetailWriter(members, instance, jobs, options).WriteMembers());

    private void WriteMembers()
    {
        _json.WriteString("id", _instance.Id);
        _json.WriteString("name", _instance.Name);
        _json.WriteString("clusterId", _instance.ClusterId);
        _members.Optional("clusterName", _instance.ClusterName);
        _json.WriteString("imageUrl", _instance.ImageUrl);
        _members.Optional("imageAuthId", _instance.ImageAuthId);
        _members.Optional("command", _instance.Command);
        _members.Optional("entrypoint", _instance.Entrypoint);
        _members.Digits("cpuNum", _instance.CpuNum);
        _members.Digits("memory", _instance.Memory);
        _members.Digits("gpuNum", _instance.GpuNum);
        _json.WriteString("status", _instance.Status);
        _members.StatusError(_instance.StatusError);
        WriteNetwork();
        WritePorts();
        WriteVolumes();
        WriteNode();
        WriteJobs();
        _members.Variables(_instance.Envs);
        WriteComponents();
        _members.Optional("kind", _instance.Kind);
        _json.WriteString("billingMode", _instance.BillingMode);
        _members.Time("endTime", _instance.EndTime, -1);
        _json.WriteNumber("freeStorageSize", FreeStorage);
        _json.WriteNumber("keepDataDay", _instance.KeepDataDay);

        if (_options.UndocumentedMembers)
        {
            WriteUndocumented();
        }
    }

    private void WriteNetwork()
    {
        if (_instance.NetworkId is not { Length: > 0 } id)
        {
            return;
        }

        _json.WriteStartObject("network");
        _json.WriteString("id", id);
        _json.WriteString("ip", _access.PrivateAddress);
        _json.WriteEndObject();
    }

    private void WritePorts() => _members.Optional("portMappings", _instance.PortMappings, port =>
    {
        _json.WriteNumber("port", port.Port);
        _members.Present("endpoint", _runs ? _access.Endpoint(port) : null);
        _json.WriteString("type", port.Type);
    });

    private void WriteVolumes() => _members.Optional("volumeMounts", _instance.VolumeMounts, volume =>
    {
        _members.Present("type", volume.Type);

        if (volume.Size is { } size)
        {
            _json.WriteNumber("size", size);
        }

        _members.Present("id", volume.Id);
        _members.Present("mountPath", volume.MountPath);
    });

    private void WriteJobs()
    {
        _json.WriteStartArray("jobs");

        foreach (var job in _jobs)
        {
            _json.WriteStartObject();
            _json.WriteString("id", job.Id);
            _json.WriteString("type", job.Type);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteNode()
    {
        _json.WritePropertyName("node");

        if (_options.Node is NodeForm.List)
        {
            _json.WriteStartArray();
        }

        _json.WriteStartObject();
        _json.WriteNumber("maxRootfsSize", Values.LargestRootfs);
        _json.WriteEndObject();

        if (_options.Node is NodeForm.List)
        {
            _json.WriteEndArray();
        }
    }

    private void WriteComponents()
    {
        var jupyter = _instance.Tools.FirstOrDefault(tool => tool.Name == "Jupyter");

        Component("connectComponentSSH", true, () =>
        {
            _json.WriteString("sshCommand", _runs ? _access.SshCommand : "");
            _json.WriteString("password", _runs ? _access.SshPassword : "");
        });
        Component("connectComponentWebTerminal", true, () =>
        {
            _json.WriteString("address", _runs ? _access.TerminalAddress : "");
            _json.WriteString("username", _runs ? "root" : "");
            _json.WriteString("password", _runs ? _access.TerminalPassword : "");
        });
        Component("connectComponentJupyter", jupyter is not null, () =>
        {
            _json.WriteNumber("port", jupyter?.Port ?? 0);
            _json.WriteString(
                "address",
                _runs && jupyter is not null ? $"{_access.HttpAddress(jupyter.Port)}/?token={_access.JupyterToken}" : "");
        });
        Component("connectComponentLog", true, () =>
        {
            _json.WriteString("systemLogAddress", _runs ? _options.Monitoring.LogAddress(_instance.Id, "system") ?? _access.SystemLogAddress : "");
            _json.WriteString("instanceLogAddress", _runs ? _options.Monitoring.LogAddress(_instance.Id, "instance") ?? _access.InstanceLogAddress : "");
        });
    }

    private void Component(string name, bool exists, Action writeMembers)
    {
        _json.WriteStartObject(name);
        writeMembers();
        _json.WriteBoolean("isRunning", exists && _runs);
        _json.WriteEndObject();
    }

    private void WriteUndocumented()
    {
        var now = _options.TimeProvider.GetUtcNow();
        var ran = _instance.UseTime + (now - (_instance.RunningSince ?? now));

        _json.WriteString("productId", _instance.ProductId);
        _json.WriteString("productName", _instance.ProductName);
        _json.WriteNumber("rootfsSize", _instance.RootfsSize);
        _members.Optional("spotStatus", _instance.SpotStatus);
        _members.Time("spotReclaimTime", _instance.SpotReclaimTime, 0);

        if (_instance.CreatedAt is null && _instance.Extra.TryGetValue("createdAt", out var createdAt))
        {
            _json.WritePropertyName("createdAt");
            JsonSerializer.Serialize(_json, createdAt);
        }
        else
        {
            _members.Time("createdAt", _instance.CreatedAt, 0);
        }

        _members.Time("lastStartedAt", _instance.LastStartedAt, 0);
        _members.Time("lastStoppedAt", _instance.LastStoppedAt, 0);
        _members.Digits("useTime", (long)ran.TotalSeconds);
        _json.WriteString("sshCommand", _runs ? _access.SshCommand : "");
        _json.WriteString("sshPassword", _runs ? _access.SshPassword : "");
        _json.WriteStartArray("tools");

        foreach (var tool in _instance.Tools)
        {
            _json.WriteStringValue(tool.Name);
        }

        _json.WriteEndArray();

        foreach (var (name, value) in _instance.Extra.Where(extra => !s_known.Contains(extra.Key)))
        {
            _json.WritePropertyName(name);
            JsonSerializer.Serialize(_json, value);
        }
    }
}
