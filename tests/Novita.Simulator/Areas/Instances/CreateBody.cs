using Novita.Simulator.Api;
using Novita.Simulator.Areas.Catalog;
using Novita.Simulator.Generation;

namespace Novita.Simulator.Areas.Instances;

/// <summary>The body of a create call.</summary>
internal static class CreateBody
{
    private const int SmallestRootfs = 10;
    private const int LongestCommand = 2047;
    private const string DefaultMountPoint = "/workspace";

    public static SimulatedInstance Read(Members body, ProductArea products, DateTimeOffset now)
    {
        var kind = body.RequiredText("kind", 1, 63);

        var instance = kind switch
        {
            "gpu" => Billed(body, Common(body, products, kind, body.RequiredNumber("gpuNum", 1, 8)), now) with
            {
                RootfsSize = Math.Max(body.RequiredNumber("rootfsSize", 0, Values.LargestRootfs), SmallestRootfs),
            },
            "cpu" => WithLocalStorage(body, Common(body, products, kind, 0)),
            _ => throw body.Wrong("kind", "value must be gpu or cpu"),
        };

        body.End();
        return instance;
    }

    private static SimulatedInstance Common(Members body, ProductArea products, string kind, int gpus)
    {
        var productId = body.RequiredText("productId", 1, 255);
        var image = Values.ImageUrl(body);
        var ports = Values.PortText(body);
        var tools = Values.Tools(body);

        if (ports.Length + tools.Length > Values.MostPorts)
        {
            throw body.Wrong("ports", $"ports and tools must be no more than {Values.MostPorts} together");
        }

        // Read, because it has to be valid, though no reply shows it.
        _ = body.Text("imageAuth", 10239);

        var cluster = Cluster(body.Text("clusterId", 255));

        var instance = new SimulatedInstance
        {
            Name = body.Text("name", 255) ?? "",
            ClusterId = cluster.Id,
            ClusterName = cluster.Name,
            ImageUrl = image,
            ImageAuthId = body.Text("imageAuthId", 255),
            Command = body.Text("command", LongestCommand),
            Entrypoint = body.Text("entrypoint", LongestCommand),
            GpuNum = gpus,
            PortMappings = ports,
            Tools = tools,
            Envs = Values.Variables(body) ?? [],
            VolumeMounts = Values.Storages(body),
            NetworkId = body.Text("networkId", 255),
            Kind = kind,
        };

        return Rented(instance, products, productId);
    }

    private static SimulatedInstance Rented(SimulatedInstance instance, ProductArea products, string productId)
    {
        var product = products.Find(productId, instance.GpuNum == 0)
            ?? throw new Refusal(ApiError.ResourceNotFound with { Message = $"product {productId} not found" });

        return instance with
        {
            ProductId = product.Id,
            ProductName = product.Name,
            CpuNum = product.Cores * Math.Max(instance.GpuNum, 1),
            Memory = product.Memory * Math.Max(instance.GpuNum, 1),
        };
    }

    private static SimulatedInstance Billed(Members body, SimulatedInstance instance, DateTimeOffset now)
    {
        var months = body.Number("month", 0, 1200) ?? 0;
        var mode = body.Text("billingMode", 63);
        _ = body.Flag("autoRenew");
        _ = body.Number("autoRenewMonth", 1, 12);
        _ = body.Text("minCudaVersion", 255);

        return mode switch
        {
            not (null or "" or "onDemand" or "monthly" or "spot") =>
                throw body.Wrong("billingMode", "value must be onDemand, monthly or spot"),
            _ when months > 0 || mode == "monthly" =>
                instance with { BillingMode = "monthly", EndTime = now.AddMonths(Math.Max(months, 1)) },
            "spot" => instance with { BillingMode = mode, SpotStatus = "running" },
            _ => instance,
        };
    }

    private static SimulatedInstance WithLocalStorage(Members body, SimulatedInstance instance)
    {
        var local = new SimulatedVolume("local", null, body.Text("localStorageMountPoint", 4095, 1) ?? DefaultMountPoint);
        return instance with { VolumeMounts = instance.VolumeMounts.Insert(0, local) };
    }

    /// <summary>Any cluster will do when none is asked for.</summary>
    private static Cluster Cluster(string? id) => Catalogue.Clusters.Values.FirstOrDefault(cluster => id is null or "" || cluster.Id == id)
        ?? new(id!, null);
}
