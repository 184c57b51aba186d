namespace Novita;

/// <summary>The categories of charges that the service documents.</summary>
public sealed class ChargeCategory : KnownValues
{
    internal const string Summary = "summary";
    internal const string Gpu = "gpu";
    internal const string Serverless = "serverless";
    internal const string CloudStorage = "cloud_storage";
    internal const string BareMetal = "bare_metal";

    /// <summary>Lists the documented values.</summary>
    public ChargeCategory()
        : base(
            new(Summary, "The service's own total of all other categories: never add the total to them"),
            new(Gpu, "Instances"),
            new("llm", "Language models by use"),
            new(Serverless, "Serverless endpoints"),
            new(CloudStorage, "Storage"),
            new("gen_api", "Image, video and audio models"),
            new("cloud_sandbox", "Sandboxes"),
            new("llm_dedicated_endpoint", "Dedicated endpoints of language models"),
            new("web_search", "Web search"),
            new(BareMetal, "Bare metal servers"))
    {
    }

    /// <summary>The documented values.</summary>
    public static ChargeCategory Values { get; } = new();

    /// <summary>The categories of usage: all except the total. Each needs a request.</summary>
    internal static IReadOnlyList<string> Usage { get; } =
        [.. Values.All.Select(known => known.Key).Where(category => category != Summary)];

    /// <summary>The categories of subscriptions and other lines of a fixed term.</summary>
    internal static IReadOnlyList<string> FixedTerm { get; } = [Gpu, "local_storage", "image", Serverless, CloudStorage, BareMetal];
}
