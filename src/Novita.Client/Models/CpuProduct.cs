using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita;

/// <summary>A product without GPUs.</summary>
public sealed class CpuProduct : Resource
{
    /// <summary>The product's id (contract: <c>id</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The product's name (contract: <c>name</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary>The number of CPU cores (contract: <c>cpuNum</c>).</summary>
    public decimal? CpuNum { get; set; }

    /// <summary>The memory in GB (contract: <c>memorySize</c>).</summary>
    public decimal? Memory { get; set; }

    /// <summary>The size of the root disk in GB (contract: <c>rootfsSize</c>).</summary>
    public int? RootfsSize { get; set; }

    /// <summary>The size of the local volume in GB (contract: <c>localVolumeSize</c>).</summary>
    public int? LocalVolumeSize { get; set; }

    /// <summary>Whether the product can be deployed (contract: <c>availableDeploy</c>).</summary>
    public bool? AvailableDeploy { get; set; }

    /// <summary>USD for an instance and hour; null where the product is not offered (contract: <c>price</c>, in 1/100000 USD).</summary>
    public decimal? Price { get; set; }

    internal override string? Label => Name;

    internal override string? Note => string.Join(", ", new[]
    {
        Price is { } price ? $"{Usd.Format(price)} USD an hour" : "no price",
        AvailableDeploy == false ? "not available" : null,
    }.OfType<string>());

    internal static Shape<CpuProduct> Shape { get; } = ShapeOf<CpuProduct>(() => new())
        .Add("id", (product, ref reader) => product.Id = JsonString.Read(ref reader) ?? "")
        .Add("name", (product, ref reader) => product.Name = JsonString.Read(ref reader) ?? "")
        .Add("cpuNum", (product, ref reader) => product.CpuNum = JsonDecimal.Read(ref reader))
        .Add("memorySize", (product, ref reader) => product.Memory = JsonDecimal.Read(ref reader))
        .Add("rootfsSize", (product, ref reader) => product.RootfsSize = JsonInt32.Read(ref reader))
        .Add("localVolumeSize", (product, ref reader) => product.LocalVolumeSize = JsonInt32.Read(ref reader))
        .Add("availableDeploy", (product, ref reader) => product.AvailableDeploy = JsonBoolean.Read(ref reader))
        .Add("price", (product, ref reader) => product.Price = JsonMoney.ReadPrice(ref reader));
}
