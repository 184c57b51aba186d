using System.Text.Json;
using Novita.Client.Json;

namespace Novita;

/// <summary>A line of a bill as the service sends it, with amounts as whole numbers and, in some responses, also as decimals.</summary>
internal sealed class BillRow
{
    private const int SecondsPerHour = 3600;
    private const int SecondsPerDay = 86_400;

    private static readonly HashSet<string> s_storages = new(StringComparer.Ordinal)
    {
        "network", "local", "serverless-local", "sandbox-storage",
    };

    private DateTime? _start;
    private DateTime? _end;
    private string? _billingMethod;
    private string? _productName;
    private string? _productId;
    private string? _ownerId;
    private decimal? _quantity;
    private decimal? _price;
    private decimal? _basePrice;
    private decimal? _precision;
    private decimal? _amount;
    private decimal? _voucher;
    private decimal? _payable;
    private decimal? _exactAmount;
    private decimal? _exactVoucher;
    private decimal? _exactPayable;

    /// <summary>How a line is read, for usage and for a fixed term.</summary>
    public static Shape<BillRow> Shape { get; } = new Shape<BillRow>(() => new())
        .Add("startTime", (row, ref reader) => row._start = JsonTime.Read(ref reader))
        .Add("endTime", (row, ref reader) => row._end = ReadEnd(ref reader))
        .Add("billingMethod", (row, ref reader) => row._billingMethod = JsonString.ReadNonEmpty(ref reader))
        .Add("productName", (row, ref reader) => row._productName = JsonInternedString.Read(ref reader))
        .Add("ownerID", (row, ref reader) => row._ownerId = JsonString.ReadNonEmpty(ref reader))
        .Add("billNum0", (row, ref reader) => row._quantity = JsonDecimal.Read(ref reader))
        .Add("billNum", (row, ref reader) => row._quantity = JsonDecimal.Read(ref reader))
        .Add("basePrice0", (row, ref reader) => row._basePrice = JsonMoney.Read(ref reader))
        .Add("basePrice", (row, ref reader) => row._basePrice = JsonMoney.Read(ref reader))
        .Add("discountPrice0", (row, ref reader) => row._price = JsonMoney.Read(ref reader))
        .Add("amount", (row, ref reader) => row._amount = JsonMoney.Read(ref reader))
        .Add("voucherAmount", (row, ref reader) => row._voucher = JsonMoney.Read(ref reader))
        .Add("payAmount", (row, ref reader) => row._payable = JsonMoney.Read(ref reader))
        .Add("pricePrecision", (row, ref reader) => row._precision = JsonDecimal.Read(ref reader))
        .Add("productId", (row, ref reader) => row._productId = JsonInternedString.Read(ref reader))
        .Add("amountDecimal", (row, ref reader) => row._exactAmount = JsonDecimal.Read(ref reader))
        .Add("voucherAmountDecimal", (row, ref reader) => row._exactVoucher = JsonDecimal.Read(ref reader))
        .Add("payableDecimal", (row, ref reader) => row._exactPayable = JsonDecimal.Read(ref reader));

    private bool IsStorage(string category) => category == ChargeCategory.CloudStorage || s_storages.Contains(_productId ?? "");

    /// <summary>Returns the charge for a line of usage.</summary>
    /// <param name="category">The category of the request.</param>
    /// <param name="now">The current time, by which the cycle is open or closed.</param>
    public Charge ToCharge(string category, DateTimeOffset now)
    {
        var charge = Create(category);
        charge.BillingMethod = _billingMethod switch
        {
            "1" => BillingMode.OnDemand,
            "2" => "subscription",
            "4" => BillingMode.Spot,
            var code => code,
        };
        (charge.Quantity, charge.Unit) = IsStorage(category) ? (_quantity / SecondsPerDay, "GB-day")
            : category is ChargeCategory.Gpu or ChargeCategory.Serverless ? (_quantity / SecondsPerHour, "GPU-hour")
            : (_quantity, null);
        charge.IsPartial = charge.EndTime?.ToUniversalTime() > now.UtcDateTime;
        return charge;
    }

    /// <summary>Returns the charge for a subscription or another line of a fixed term, which is paid in advance.</summary>
    /// <param name="category">The category of the request.</param>
    public Charge ToFixedTerm(string category)
    {
        var charge = Create(category);
        charge.BillingMethod = "subscription";
        charge.Quantity = _quantity;
        return charge;
    }

    private Charge Create(string category) => new()
    {
        StartTime = _start,
        EndTime = _end,
        Category = category,
        ProductName = _productName,
        OwnerId = _ownerId,
        UnitPrice = (_price ?? _basePrice) / (_precision is > 0 ? _precision : 1),
        Amount = _exactAmount ?? _amount,
        VoucherAmount = _exactVoucher ?? _voucher,
        PayAmount = _exactPayable ?? _payable,
        IsRounded = _exactAmount is null,
    };

    /// <summary>Reads an inclusive end and returns the exclusive end, one second later, in local time.</summary>
    /// <remarks>
    /// An end that is not the last second of a minute is exclusive already. The second is added in UTC, because the next second of a local
    /// time may not exist.
    /// </remarks>
    internal static DateTime? ReadEnd(ref Utf8JsonReader reader)
    {
        var end = JsonTime.Read(ref reader);
        return end?.Second == 59 ? end.Value.ToUniversalTime().AddSeconds(1).ToLocalTime() : end;
    }
}
