namespace Novita.Simulator.Areas.Instances;

/// <summary>The filters of a list call; an empty text filters nothing.</summary>
/// <param name="Name">Part of the instance's name, in any case.</param>
/// <param name="ProductName">Part of the product's name, in any case.</param>
/// <param name="Status">The whole status, to the letter.</param>
internal sealed record InstanceFilter(string Name, string ProductName, string Status)
{
    public bool IsEmpty => Name.Length + ProductName.Length + Status.Length == 0;

    public bool Matches(SimulatedInstance instance) =>
        instance.Name.Contains(Name, StringComparison.OrdinalIgnoreCase)
        && instance.ProductName.Contains(ProductName, StringComparison.OrdinalIgnoreCase)
        && (Status.Length == 0 || instance.Status == Status);
}
