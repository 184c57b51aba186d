using System.Collections.Immutable;
using System.Globalization;

namespace Novita.Simulator.Generation;

/// <summary>Makes up a fleet that looks like one in use; the same seed and time give the same fleet.</summary>
internal sealed class FleetGenerator
{
    private static readonly TimeSpan s_oldest = TimeSpan.FromDays(400);

    private readonly Dictionary<string, int> _numbers = [];
    private readonly DateTimeOffset _now;
    private readonly Random _random;

    public FleetGenerator(int seed, DateTimeOffset now)
    {
        _random = new(seed);
        _now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
    }

    /// <summary>The newest first, though made from the oldest on, so that names are numbered in order of creation.</summary>
    public SimulatedInstance[] Generate(int count)
    {
        var instances = new SimulatedInstance[count];

        for (var i = count - 1; i >= 0; i--)
        {
            instances[i] = Next(_now - (s_oldest * ((i + 1.0) / (count + 1))));
        }

        return instances;
    }

    private SimulatedInstance Next(DateTimeOffset createdAt)
    {
        var product = Catalogue.Products.Pick(_random);
        var cluster = Catalogue.Clusters.Pick(_random);
        var gpus = product.Kind == "gpu" ? Catalogue.GpuNums.Pick(_random) : 0;

        var instance = new SimulatedInstance
        {
            Id = _random.NextInt64().ToString("x16", CultureInfo.InvariantCulture),
            Name = NextName(),
            ClusterId = cluster.Id,
            ClusterName = cluster.Name,
            Status = Catalogue.Statuses.Pick(_random),
            ImageUrl = Any(Catalogue.Images),
            ImageAuthId = Often(20) ? Hex(32) : null,
            Command = Often(55) ? Any(Catalogue.Commands) : null,
            Entrypoint = Often(20) ? "/bin/sh" : null,
            CpuNum = product.Cores * Math.Max(gpus, 1),
            Memory = product.Memory * Math.Max(gpus, 1),
            GpuNum = gpus,
            PortMappings = Often(85) ? Some(Catalogue.Ports) : [],
            ProductId = product.Id,
            ProductName = product.Name,
            RootfsSize = _random.Next(1, 21) * 10,
            VolumeMounts = Often(80) ? Volumes() : [],
            StatusError = Often(3) ? Any(Catalogue.Errors) : null,
            Envs = Often(75) ? Some(Catalogue.Variables) : [],
            Kind = Often(95) ? product.Kind : null,
            Unset = (Unset)_random.Next(3),
        };

        instance = Connected(Billed(instance), createdAt);
        return instance.Status == "running" ? instance with { RunningSince = createdAt } : instance;
    }

    private SimulatedInstance Billed(SimulatedInstance instance)
    {
        var mode = Catalogue.BillingModes.Pick(_random);

        return mode switch
        {
            "monthly" => instance with { BillingMode = mode, EndTime = _now + Between(TimeSpan.FromDays(2), TimeSpan.FromDays(334)) },
            "spot" when instance.GpuNum > 0 => Spot(instance with { BillingMode = mode }),
            _ => instance,
        };
    }

    private SimulatedInstance Spot(SimulatedInstance instance)
    {
        var soon = Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        instance = instance with { SpotStatus = Catalogue.SpotStatuses.Pick(_random) };

        return instance.SpotStatus switch
        {
            "running" => instance,
            "terminated" => instance with { Status = "exited", SpotReclaimTime = _now - soon },
            _ => instance with { Status = "running", SpotReclaimTime = _now + soon },
        };
    }

    /// <summary>Undocumented, but seen in replies for instances that run.</summary>
    private SimulatedInstance Connected(SimulatedInstance instance, DateTimeOffset createdAt)
    {
        if (instance.Status != "running" || !Often(50))
        {
            return instance;
        }

        var host = $"proxy.{instance.ClusterId}.gpu-instance.novita.ai";
        var extra = instance.Extra
            .Add("createdAt", createdAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            .Add("sshCommand", $"ssh -p {_random.Next(30000, 40000)} root@{host}")
            .Add("sshPassword", $"sim-password-{Hex(16)}");

        return instance with { Extra = extra };
    }

    /// <summary>Now and then a name comes twice: the service does not mind.</summary>
    private string NextName()
    {
        var purpose = Any(Catalogue.Purposes);
        var number = _numbers.GetValueOrDefault(purpose);
        _numbers[purpose] = number = number > 0 && Often(2) ? number : number + 1;
        return $"{purpose}-{number:D2}";
    }

    private ImmutableArray<SimulatedVolume> Volumes()
    {
        var local = new SimulatedVolume("local", _random.Next(2, 51) * 10, "/workspace");

        return Often(30)
            ? [local, new("network", _random.Next(1, 21) * 100, "/network", $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}")]
            : [local];
    }

    private ImmutableArray<T> Some<T>(T[] values)
    {
        var chosen = values.Where(_ => Often(45)).ToImmutableArray();
        return chosen.IsEmpty ? [Any(values)] : chosen;
    }

    private T Any<T>(T[] values) => values[_random.Next(values.Length)];

    private bool Often(int percent) => _random.Next(100) < percent;

    private string Hex(int digits) => _random.GetHexString(digits, lowercase: true);

    private TimeSpan Between(TimeSpan least, TimeSpan most) =>
        TimeSpan.FromSeconds(_random.NextInt64((long)least.TotalSeconds, (long)most.TotalSeconds));
}
