using System.Globalization;
using System.Text.Json.Nodes;

namespace Novita.Simulator.Areas.Billing;

/// <summary>Writes the lines of bills, in each of the forms that the service was seen to send.</summary>
internal sealed class BillWriter
{
    private const string User = "sim-user";
    private const decimal VoucherShare = 0.25m;

    private readonly BillingOptions _options;
    private readonly Ledger _ledger;

    public BillWriter(BillingOptions options, Ledger ledger)
    {
        _options = options;
        _ledger = ledger;
    }

    /// <summary>The lines of usage of each cycle in a time.</summary>
    public IEnumerable<JsonObject> Usage(string category, string cycle, DateTimeOffset from, DateTimeOffset last, Func<SimulatedUsage, bool> isWanted)
    {
        var now = _ledger.Now;
        var all = _ledger.Usage(category == "summary" ? null : category).Where(isWanted).ToList();
        var error = category == "summary" ? _options.SummaryError : 0;

        for (var begin = Floor(from, cycle); begin <= last; begin = Next(begin, cycle))
        {
            var end = Next(begin, cycle);
            var used = all.Where(usage => usage.SecondsIn(begin, end, now) > 0).ToList();

            if (used.Count == 0)
            {
                continue;
            }

            if (category == "summary")
            {
                var line = Line(used[0] with { OwnerId = User, ProductName = "", ProductId = "", Category = category }, begin, end);
                yield return Amounts(line, used.Sum(usage => usage.AmountIn(begin, end, now)) + error, used.Sum(usage => Voucher(usage.AmountIn(begin, end, now))));
                error = 0;
                continue;
            }

            foreach (var usage in used)
            {
                var amount = usage.AmountIn(begin, end, now);
                var line = Line(usage, begin, end);
                line["billNum0"] = Number(usage.Units * usage.SecondsIn(begin, end, now));
                line["billNum1"] = Number(0);
                line["basePrice0"] = Number(usage.Price * 100_000);
                line["discountPrice0"] = Number(usage.Price * 100_000);
                line["pricePrecision"] = Number(10);
                yield return Amounts(line, amount, Voucher(amount));
            }
        }
    }

    /// <summary>The lines of a fixed term.</summary>
    public JsonObject FixedTerm(SimulatedPurchase purchase)
    {
        var line = new JsonObject
        {
            ["userId"] = User,
            ["startTime"] = Time(purchase.From),
            ["endTime"] = Time(purchase.To.AddSeconds(-1)),
            ["memberId"] = "",
            ["productName"] = purchase.ProductName,
            ["productCategory"] = "gpu",
            ["ownerID"] = purchase.OwnerId,
            ["tradeMode"] = "monthly",
            ["tradeType"] = purchase.TradeType,
            ["basePrice"] = Number(BillingArea.MonthlyPrice * 10_000),
            ["billNum"] = Number(purchase.Months),
            ["pricePrecision"] = Number(1),
            ["createTime"] = Time(purchase.BoughtAt),
            ["cycle"] = purchase.BoughtAt.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        };
        return Amounts(line, purchase.Amount, 0);
    }

    /// <summary>The invoice of a month; without an id where there is nothing to bill.</summary>
    public JsonObject Invoice(DateTimeOffset month)
    {
        var end = month.AddMonths(1);
        var now = _ledger.Now;
        var total = _ledger.Total(month, end) + _ledger.Purchases.Where(purchase => purchase.BoughtAt >= month && purchase.BoughtAt < end).Sum(purchase => purchase.Amount);

        var name = month.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var voucher = Voucher(total);
        var invoice = new JsonObject
        {
            ["billId"] = total == 0 ? "" : $"bill-{name}",
            ["userId"] = User,
            ["billingMonth"] = name,
            ["totalAmount"] = Units(total),
            ["originTotalAmount"] = Units(total * 2),
            ["voucherPayAmount"] = Units(voucher),
            ["cashPayAmount"] = Units(total - voucher),
            ["debtAmount"] = Units(0),
            ["status"] = end > now ? "pending" : "paid",
            ["invoiceUrl"] = "",
            ["startTime"] = Time(month),

            // Of the running month the end was seen before the start.
            ["endTime"] = Time(end > now ? month.AddSeconds(-1) : end.AddSeconds(-1)),
            ["repaidAmount"] = Units(0),
        };

        if (_options.Decimals)
        {
            invoice["totalAmountDecimal"] = Text(total);
            invoice["voucherPayAmountDecimal"] = Text(voucher);
            invoice["cashPayAmountDecimal"] = Text(total - voucher);
        }

        return invoice;
    }

    /// <summary>USD as whole 1/10000 USD, what is smaller cut off.</summary>
    public static JsonValue Units(decimal amount) => Number(decimal.Truncate(amount * 10_000));

    private static decimal Voucher(decimal amount) => Math.Round(amount * VoucherShare, 8);

    private static JsonObject Line(SimulatedUsage usage, DateTimeOffset begin, DateTimeOffset end) => new()
    {
        ["userId"] = User,
        ["startTime"] = Time(begin),
        ["endTime"] = Time(end.AddSeconds(-1)),
        ["billingMethod"] = Number(usage.BillingMethod),
        ["productName"] = usage.ProductName,
        ["category"] = usage.Category,
        ["ownerID"] = usage.OwnerId,
        ["productId"] = usage.ProductId,
    };

    private JsonObject Amounts(JsonObject line, decimal amount, decimal voucher)
    {
        line["amount"] = Units(amount);
        line["voucherAmount"] = Units(voucher);
        line["payAmount"] = Units(amount - voucher);
        line["payAmountDisplay"] = Number(decimal.Truncate(amount - voucher));

        if (_options.Decimals)
        {
            line["amountDecimal"] = Text(amount);
            line["voucherAmountDecimal"] = Text(voucher);
            line["payableDecimal"] = Text(amount - voucher);
            line["originAmountDecimal"] = Text(amount * 2);
        }

        return line;
    }

    private static JsonValue Time(DateTimeOffset time) => Number(time.ToUnixTimeSeconds());

    private static JsonValue Number(decimal number) => JsonValue.Create(Text(decimal.Truncate(number)));

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static DateTimeOffset Floor(DateTimeOffset time, string cycle)
    {
        var day = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        return cycle switch
        {
            "Hour" => day.AddHours(time.UtcDateTime.Hour),
            "Week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            "Month" => day.AddDays(1 - day.Day),
            _ => day,
        };
    }

    private static DateTimeOffset Next(DateTimeOffset begin, string cycle) => cycle switch
    {
        "Hour" => begin.AddHours(1),
        "Week" => begin.AddDays(7),
        "Month" => begin.AddMonths(1),
        _ => begin.AddDays(1),
    };
}
