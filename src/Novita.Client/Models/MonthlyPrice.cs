using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita;

/// <summary>The price of a product by subscription.</summary>
public sealed class MonthlyPrice : ResourcePart
{
    /// <summary>The length of the subscription in months (contract: <c>monthlyPrice[].month</c>).</summary>
    public int? Month { get; set; }

    /// <summary>
    /// USD for each GPU and month, not for the whole term; null where the term is not offered (contract: <c>monthlyPrice[].price</c>, in
    /// 1/100000 USD).
    /// </summary>
    public decimal? Price { get; set; }

    /// <summary>Price and term: <c>434.16 (1 month)</c>.</summary>
    public override string ToString() =>
        $"{(Price is { } price ? Usd.Format(price) : "no price")} ({(Month is { } month ? Quantity.Months(month) : "no term")})";

    private protected override object?[] Values => [Month, Price];

    internal static Shape<MonthlyPrice> Shape { get; } = ShapeOf<MonthlyPrice>(() => new())
        .Add("price", (price, ref reader) => price.Price = JsonMoney.ReadPrice(ref reader))
        .Add("month", (price, ref reader) => price.Month = JsonInt32.Read(ref reader));
}
