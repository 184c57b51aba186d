namespace Novita.Simulator.Generation;

/// <summary>What made-up fleets are made of.</summary>
internal static class Catalogue
{
    public static readonly Weighted<Product> Products = new(
        (34, new("4090.16c62g", "RTX 4090 24GB", 16, 62, 35000)),
        (12, new("3090.16c92g", "RTX 3090 24GB", 16, 92, 21000)),
        (14, new("h100.24c180g", "H100 SXM 80GB", 24, 180, 259000)),
        (12, new("a100.16c120g", "A100 SXM 80GB", 16, 120, 160000)),
        (10, new("l40s.16c94g", "L40S 48GB", 16, 94, 73000)),
        (12, new("5090.12c90g", "RTX 5090 32GB", 12, 90, 67000)),
        (6, new("cpu.8c32g", "CPU 8 vCPU 32GB", 8, 32, 9000, "cpu")));

    /// <summary>The price of a GPU-hour in USD; of a product that only a test has, that of the first.</summary>
    public static decimal PriceOf(string productId) =>
        (Products.Values.FirstOrDefault(product => product.Id == productId) ?? Products.Values.First()).Price / 100_000m;

    // 16 is here because as text it sorts before 2.
    public static readonly Weighted<int> GpuNums = new((55, 1), (20, 2), (13, 4), (9, 8), (3, 16));

    public static readonly Weighted<Cluster> Clusters = new(
        (35, new("as-sgp-2", "AS-SGP-02")),
        (30, new("us-ca-6", "US-CA-06")),
        (25, new("eu-de-1", "EU-DE-01")),
        (10, new("5", null)));

    public static readonly Weighted<string> Statuses = new(
        (620, "running"), (210, "exited"), (20, "pulling"), (15, "creating"), (15, "starting"), (15, "stopping"),
        (10, "toCreate"), (10, "toStart"), (10, "toStop"), (10, "toRestart"), (10, "restarting"), (10, "toRemove"),
        (10, "removing"), (5, "removed"), (5, "toReset"), (10, "resetting"), (10, "migrating"), (5, "freezing"));

    public static readonly Weighted<string> BillingModes = new((60, "onDemand"), (25, "monthly"), (15, "spot"));

    public static readonly Weighted<string> SpotStatuses = new(
        (70, "running"), (12, "notified"), (8, "reclaiming"), (10, "terminated"));

    public static readonly string[] Purposes =
    [
        "train-llama", "train-mistral", "finetune-qwen", "infer-sdxl", "infer-whisper", "infer-llama",
        "comfyui", "dev-box", "notebook", "eval-mmlu", "eval-nightly", "ci-runner", "render", "batch-embed",
    ];

    public static readonly string[] Images =
    [
        "docker.io/pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime", "docker.io/vllm/vllm-openai:v0.8.5",
        "docker.io/library/ubuntu:24.04", "registry.example.com/ml/comfyui:0.3.30", "registry.example.com/ml/trainer:nightly",
    ];

    public static readonly string[] Commands =
        ["sleep infinity", "bash -c \"python train.py --epochs 3\"", "vllm serve /models/llama --port 8000"];

    public static readonly SimulatedError[] Errors =
    [
        new("pullImageFailed", "failed to pull image: manifest unknown"),
        new("createFailed", "insufficient resource in the cluster"),
        new("nodeUnavailable", "the node does not respond"),
    ];

    public static readonly SimulatedPort[] Ports =
        [new(22, "tcp"), new(8888, "http"), new(8000, "http"), new(8188, "http"), new(6006, "http"), new(3306, "tcp")];

    public static readonly SimulatedVariable[] Variables =
    [
        new("CUDA_VISIBLE_DEVICES", "0"), new("HF_HOME", "/workspace/.cache"), new("PUBLIC_KEY", ""),
        new("JUPYTER_TOKEN", "sim-token"), new("WANDB_MODE", "offline"),
    ];
}
