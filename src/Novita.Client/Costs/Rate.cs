using Novita.Client.Text;

namespace Novita.Client.Costs;

/// <summary>What an instance costs without its storage.</summary>
/// <param name="Units">The number of GPUs; 1 for an instance without GPUs.</param>
/// <param name="Price">USD for each unit and hour, or for each unit and month.</param>
/// <param name="IsMonthly">Whether the price is for a month, as for a subscription.</param>
public sealed record Rate(int Units, decimal Price, bool IsMonthly)
{
    /// <summary>The number of hours that count as a month.</summary>
    public const int HoursPerMonth = 730;

    private decimal Sum => Units * Price;

    /// <summary>USD for each hour.</summary>
    public decimal PerHour => IsMonthly ? Sum / HoursPerMonth : Sum;

    /// <summary>USD for each month.</summary>
    public decimal PerMonth => IsMonthly ? Sum : Sum * HoursPerMonth;

    /// <summary>Describes a rate for a prompt: <c>bill about 1.40 USD an hour (4 x 0.35)</c>.</summary>
    /// <param name="rate">The rate; null for an unknown rate.</param>
    /// <param name="months">The number of months that are paid at once; null for an instance without a subscription.</param>
    public static string Describe(Rate? rate, int? months = null)
    {
        if (rate is null)
        {
            return "bill; the price is not known";
        }

        var factors = $"{rate.Units} x {Usd.Format(rate.Price)}";
        var atOnce = months is > 0 and { } term ? $", {Usd.Format(rate.Sum * term)} for {Quantity.Months(term)} at once" : "";
        var terms = rate.IsMonthly ? $" ({factors} a month{atOnce})" : rate.Units > 1 ? $" ({factors})" : "";
        return $"bill about {Usd.Format(Math.Round(rate.PerHour, rate.IsMonthly ? 2 : 5))} USD an hour{terms}";
    }
}
