namespace Novita;

/// <summary>The value by which a cost report groups charges.</summary>
public enum CostGrouping
{
    /// <summary>The instance or endpoint; the category for other charges.</summary>
    Instance,

    /// <summary>The product.</summary>
    ProductName,

    /// <summary>The category.</summary>
    Category,

    /// <summary>The day in UTC, as the service bills.</summary>
    Day,
}
