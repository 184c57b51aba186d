using Novita.Client.Lists;

namespace Novita.Client;

/// <summary>The list endpoints of the API, one method each. Every filter may be null.</summary>
public static class ListRequests
{
    private const string Gpu = "gpu-instance/openapi/v1";

    /// <summary><c>GET /gpu/instances</c>.</summary>
    /// <param name="name">Part of the name: the service's fuzzy search. Up to 255 characters.</param>
    /// <param name="productName">Part of the product's name: the service's fuzzy search. Up to 255 characters.</param>
    /// <param name="status">One status, in the service's spelling. Up to 63 characters.</param>
    public static ListRequest<Instance> Instances(string? name = null, string? productName = null, string? status = null) =>
        new ListRequest<Instance>($"{Gpu}/gpu/instances", PageStyle.PageNum, Instance.Shape, "instances")
            .Add("name", name).Add("productName", productName).Add("status", status);

    /// <summary><c>GET /clusters</c>.</summary>
    public static ListRequest<Cluster> Clusters() => new($"{Gpu}/clusters", PageStyle.Whole, Cluster.Shape, "data");

    /// <summary><c>GET /jobs</c>.</summary>
    /// <param name="id">The id of one job. Up to 255 characters.</param>
    /// <param name="state">One state, in the service's spelling.</param>
    /// <param name="type">One type, in the service's spelling.</param>
    /// <param name="after">The earliest time of creation, inclusive.</param>
    /// <param name="before">The latest time of creation, inclusive.</param>
    public static ListRequest<Job> Jobs(string? id = null, string? state = null, string? type = null, DateTime? after = null, DateTime? before = null) =>
        new ListRequest<Job>($"{Gpu}/jobs", PageStyle.PageNum, Job.Shape, "jobs")
            .Add("jobId", id).Add("state", state).Add("type", type).Add("startTime", after).Add("endTime", before);

    /// <summary><c>GET /networkstorages/list</c>.</summary>
    /// <param name="name">A name, as the service searches it.</param>
    /// <param name="id">The id of one storage.</param>
    public static ListRequest<NetworkStorage> NetworkStorages(string? name = null, string? id = null) =>
        new ListRequest<NetworkStorage>($"{Gpu}/networkstorages/list", PageStyle.PageNo, NetworkStorage.Shape, "data")
            .Add("storageName", name).Add("storageId", id);

    /// <summary><c>GET /repository/auths</c>. Its rows hold passwords.</summary>
    public static ListRequest<RegistryCredential> RegistryCredentials() =>
        new($"{Gpu}/repository/auths", PageStyle.Whole, RegistryCredential.Shape, "data");

    /// <summary><c>GET /networks</c>.</summary>
    /// <param name="name">A name, as the service searches it. Up to 255 characters.</param>
    public static ListRequest<Network> Networks(string? name = null) =>
        new ListRequest<Network>($"{Gpu}/networks", PageStyle.PageNum, Network.Shape, "network", "networks").Add("name", name);

    /// <summary><c>GET /templates</c>.</summary>
    /// <param name="name">Part of the name: the service's fuzzy search. Up to 255 characters.</param>
    /// <param name="channel">The channel, in the service's spelling.</param>
    public static ListRequest<Template> Templates(string? name = null, string channel = TemplateChannel.Private) =>
        new ListRequest<Template>($"{Gpu}/templates", PageStyle.PageNum, Template.Shape, "template")
            // The service wants both members: the second is true for the account's own templates and false for all others.
            .Add("name", name).Add("channel", channel).Add("isMyCommunity", channel == TemplateChannel.Private);
}
