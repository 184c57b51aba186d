namespace Novita.Simulator.Areas.Catalog;

/// <summary>How it is sent that there is no price.</summary>
public enum NoOfferForm
{
    /// <summary>As a price of 0.</summary>
    Zero,

    /// <summary>As null.</summary>
    Null,

    /// <summary>Not at all.</summary>
    Absent,
}
