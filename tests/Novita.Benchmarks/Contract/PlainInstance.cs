namespace Novita.Benchmarks.Contract;

/// <summary>An instance with the contract's fields and its types, numbers in texts included.</summary>
internal sealed record PlainInstance
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? ClusterId { get; init; }

    public string? ClusterName { get; init; }

    public string? Status { get; init; }

    public string? ImageUrl { get; init; }

    public string? ImageAuthId { get; init; }

    public string? Command { get; init; }

    public string? Entrypoint { get; init; }

    public string? CpuNum { get; init; }

    public string? Memory { get; init; }

    public string? GpuNum { get; init; }

    public List<PlainPort>? PortMappings { get; init; }

    public string? ProductId { get; init; }

    public string? ProductName { get; init; }

    public int? RootfsSize { get; init; }

    public List<PlainVolume>? VolumeMounts { get; init; }

    public PlainError? StatusError { get; init; }

    public List<PlainVariable>? Envs { get; init; }

    public string? Kind { get; init; }

    public string? BillingMode { get; init; }

    public string? EndTime { get; init; }

    public string? SpotStatus { get; init; }

    public string? SpotReclaimTime { get; init; }
}
