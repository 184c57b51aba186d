using Novita.Client.Lists;

namespace Novita.Client;

/// <summary>The list endpoints of the API, one method each. Every filter may be null.</summary>
public static class ListRequests
{
    private const string Gpu = "gpu-instance/openapi/v1";
    private const string Account = "openapi/v1";

    /// <summary><c>GET /gpu/instances</c>.</summary>
    /// <param name="name">Part of the name: the service's fuzzy search. Up to 255 characters.</param>
    /// <param name="productName">Part of the product's name: the service's fuzzy search. Up to 255 characters.</param>
    /// <param name="status">One status, in the service's spelling. Up to 63 characters.</param>
    public static ListRequest<Instance> Instances(string? name = null, string? productName = null, string? status = null) =>
        new ListRequest<Instance>($"{Gpu}/gpu/instances", PageStyle.PageNum, Instance.Shape, "instances")
            .Add("name", name).Add("productName", productName).Add("status", status);

    /// <summary><c>GET /clusters</c>.</summary>
    public static ListRequest<Cluster> Clusters() => new($"{Gpu}/clusters", PageStyle.Whole, Cluster.Shape, "data");

    /// <summary><c>GET /products</c>: products with GPUs.</summary>
    /// <param name="name">Part of the name: the service's fuzzy search.</param>
    /// <param name="clusterId">The cluster that must have the product. Up to 255 characters.</param>
    /// <param name="gpuNum">The number of GPUs that one instance must be able to have, 1 to 8.</param>
    /// <param name="minCpuPerGpu">The smallest number of CPU cores for each GPU.</param>
    /// <param name="minMemoryPerGpu">The smallest memory for each GPU, in GB.</param>
    /// <param name="minRootfsSize">The size of the root disk that must be possible, in GB.</param>
    /// <param name="billingMode">The billing mode that must be possible; null is the service's default, <c>onDemand</c>.</param>
    public static ListRequest<Product> Products(
        string? name = null,
        string? clusterId = null,
        int? gpuNum = null,
        int? minCpuPerGpu = null,
        int? minMemoryPerGpu = null,
        int? minRootfsSize = null,
        string? billingMode = null) =>
        new ListRequest<Product>($"{Gpu}/products", PageStyle.Whole, Product.Shape, "data")
            .Add("clusterId", clusterId).Add("gpuNum", gpuNum).Add("productName", name)
            .Add("minCpuPerGpu", minCpuPerGpu).Add("minMemoryPerGpu", minMemoryPerGpu).Add("minRootFSSize", minRootfsSize)
            .Add("billingMethod", billingMode);

    /// <summary><c>GET /cpu/products</c>: products without GPUs.</summary>
    /// <param name="name">Part of the name: the service's fuzzy search.</param>
    /// <param name="clusterId">The cluster that must have the product. Up to 255 characters.</param>
    public static ListRequest<CpuProduct> CpuProducts(string? name = null, string? clusterId = null) =>
        new ListRequest<CpuProduct>($"{Gpu}/cpu/products", PageStyle.Whole, CpuProduct.Shape, "data") { BareRow = CpuProduct.Shape }
            .Add("clusterId", clusterId).Add("productName", name);

    /// <summary><c>GET /jobs</c>.</summary>
    /// <param name="id">The id of one job. Up to 255 characters.</param>
    /// <param name="state">One state, in the service's spelling.</param>
    /// <param name="type">One type, in the service's spelling.</param>
    /// <param name="after">The earliest time of creation, inclusive.</param>
    /// <param name="before">The latest time of creation, inclusive.</param>
    public static ListRequest<Job> Jobs(
        string? id = null, string? state = null, string? type = null, DateTime? after = null, DateTime? before = null) =>
        new ListRequest<Job>($"{Gpu}/jobs", PageStyle.PageNum, Job.Shape, "jobs")
            .Add("jobId", id).Add("state", state).Add("type", type).Add("startTime", after).Add("endTime", before);

    /// <summary><c>GET /bill/transaction</c>.</summary>
    /// <param name="type">One type, in the service's spelling.</param>
    /// <param name="after">The earliest time, inclusive.</param>
    /// <param name="before">The latest time, exclusive.</param>
    public static ListRequest<Transaction> Transactions(string? type = null, DateTime? after = null, DateTime? before = null) =>
        new ListRequest<Transaction>($"{Account}/bill/transaction", PageStyle.PageNo, Transaction.Shape, "data")
            .Add("transactionType", type).Add("transactionTimeStart", after)
            // For the service the end is inclusive.
            .Add("transactionTimeEnd", before is { Ticks: > 0 } end ? end.AddTicks(-1) : before);

    /// <summary><c>GET /networkstorages/list</c>.</summary>
    /// <param name="name">A name, for the service's search.</param>
    /// <param name="id">The id of one storage.</param>
    public static ListRequest<NetworkStorage> NetworkStorages(string? name = null, string? id = null) =>
        new ListRequest<NetworkStorage>($"{Gpu}/networkstorages/list", PageStyle.PageNo, NetworkStorage.Shape, "data")
            .Add("storageName", name).Add("storageId", id);

    /// <summary><c>GET /repository/auths</c>. Its rows hold passwords.</summary>
    public static ListRequest<RegistryCredential> RegistryCredentials() =>
        new($"{Gpu}/repository/auths", PageStyle.Whole, RegistryCredential.Shape, "data");

    /// <summary><c>GET /networks</c>.</summary>
    /// <param name="name">A name, for the service's search. Up to 255 characters.</param>
    public static ListRequest<Network> Networks(string? name = null) =>
        new ListRequest<Network>($"{Gpu}/networks", PageStyle.PageNum, Network.Shape, "network", "networks").Add("name", name);

    /// <summary><c>GET /templates</c>.</summary>
    /// <param name="name">Part of the name: the service's fuzzy search. Up to 255 characters.</param>
    /// <param name="channel">The channel, in the service's spelling.</param>
    public static ListRequest<Template> Templates(string? name = null, string channel = TemplateChannel.Private) =>
        new ListRequest<Template>($"{Gpu}/templates", PageStyle.PageNum, Template.Shape, "template")
            // The service wants both members: isMyCommunity is true for the account's own templates and false for all others.
            .Add("name", name).Add("channel", channel).Add("isMyCommunity", channel == TemplateChannel.Private);
}
