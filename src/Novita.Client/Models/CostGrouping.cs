namespace Novita;

/// <summary>What a line of a cost report stands for.</summary>
public enum CostGrouping
{
    /// <summary>An instance or endpoint; everything else by its category.</summary>
    Instance,

    /// <summary>A product.</summary>
    ProductName,

    /// <summary>A category of charges.</summary>
    Category,

    /// <summary>A day in UTC, as the service bills.</summary>
    Day,
}
