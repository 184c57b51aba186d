namespace Novita;

/// <summary>The length of the time that one charge covers. Cycles begin in UTC.</summary>
public enum BillingCycle
{
    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}
