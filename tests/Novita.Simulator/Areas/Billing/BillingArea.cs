using System.Globalization;
using System.Text.Json.Nodes;
using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Billing;

/// <summary>Balance, bills, transactions and subscriptions.</summary>
public sealed class BillingArea : IArea
{
    private static readonly string[] s_categories =
    [
        "summary", "gpu", "llm", "serverless", "cloud_storage", "gen_api", "cloud_sandbox", "llm_dedicated_endpoint", "web_search", "bare_metal",
    ];

    private static readonly string[] s_fixedCategories = ["summary", "gpu", "local_storage", "image", "serverless", "cloud_storage", "bare_metal"];

    /// <summary>What a GPU costs as a subscription, in USD a month.</summary>
    internal const decimal MonthlyPrice = 241.92m;

    private const int TransactionCount = 12;

    private static readonly TimeSpan s_maxWindow = TimeSpan.FromDays(31);

    private static readonly DateTimeOffset s_firstMonth = new(2025, 10, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly BillingOptions _options;
    private readonly Fleet _fleet;
    private readonly BillWriter _writer;

    internal BillingArea(BillingOptions options, Fleet fleet, int seed, TimeProvider time)
    {
        _options = options;
        _fleet = fleet;
        Ledger = new(fleet, time);
        _writer = new(options, Ledger);
        Seed(new(seed), Ledger.Now);
        Transactions = new(Enumerable.Range(0, TransactionCount).Select(index => new SimulatedTransaction
        {
            SerialNumber = $"T{seed:D4}{index:D6}",
            Time = Ledger.Now.AddDays(-7 * index - 1),
            TransactionType = index % 3 == 2 ? "consume" : "recharge",
            TransactionAmount = $"{5000 + (index * 101)}",
        }));
    }

    public Ledger Ledger { get; }

    /// <summary>The transactions, newest first.</summary>
    public SimulatedRows<SimulatedTransaction> Transactions { get; }

    /// <summary>What the account can spend now, in USD.</summary>
    public decimal Balance => _options.Balance - Ledger.Purchases.Sum(purchase => purchase.Amount);

    void IArea.Map(RouteTable routes)
    {
        routes.Account.Get("/billing/balance/detail", _ => Reply(new()
        {
            ["availableBalance"] = BillWriter.Units(Balance),
            ["cashBalance"] = BillWriter.Units(Balance * 0.8m),
            ["creditLimit"] = BillWriter.Units(Balance * 0.2m),
            ["pendingCharges"] = BillWriter.Units(0),
            ["outstandingInvoices"] = BillWriter.Units(0),
        }));
        routes.Account.Get("/billing/bill/list", Usage);
        routes.Account.Get("/billing/bill/monthly/list", FixedTerm);
        routes.Account.Get("/billing/monthly/bill", Invoices);
        var list = new ListOptions { PageParameter = "pageNo", PageBase = 1, Total = TotalForm.Text };
        routes.Account.List("/bill/transaction", list, Transactions, query =>
        {
            var type = query.Text("transactionType");
            var (from, to) = (query.Time("transactionTimeStart"), query.Time("transactionTimeEnd"));
            return row => (type.Length == 0 || row.TransactionType == type) && !(row.Time < from) && !(row.Time > to);
        });
        routes.Post("/gpu/instance/transToMonthlyInstance", body => Buy(body, "monthly_new_buy"));
        routes.Post("/gpu/instance/renewInstance", body => Buy(body, "monthly_re_buy"));
        routes.Post("/gpu/instance/setAutoRenew", SetAutoRenew);
        routes.Post("/gpu/instance/setAutoMigrate", SetAutoMigrate);
    }

    private static JsonReply Reply(JsonObject body) => JsonReply.Of(body);

    private static JsonReply Reply(string member, IEnumerable<JsonObject> rows) => Reply(new() { [member] = new JsonArray([.. rows]) });

    private static string Choice(Query query, string name, string[] choices) =>
        query.RequiredText(name) is var chosen && choices.Contains(chosen, StringComparer.Ordinal)
            ? chosen
            : throw new Refusal(ApiError.InvalidParameter(name, $"value must be one of {string.Join(' ', choices)}"));

    private JsonReply Usage(Query query)
    {
        var category = Choice(query, "productCategory", s_categories);
        var cycle = Choice(query, "cycleType", ["Hour", "Day", "Week", "Month"]);
        var (from, last) = Window(query);
        var (product, owner) = (query.Text("productName"), query.Text("ownerId"));
        return Reply("bills", _writer.Usage(category, cycle, from, last, usage =>
            (product.Length == 0 || usage.ProductName == product) && (owner.Length == 0 || usage.OwnerId == owner)));
    }

    private JsonReply FixedTerm(Query query)
    {
        var category = Choice(query, "category", s_fixedCategories);
        var (from, last) = Window(query);
        return Reply("bills", Ledger.Purchases
            .Where(purchase => category is "summary" or "gpu" && purchase.BoughtAt >= from && purchase.BoughtAt <= last)
            .Select(_writer.FixedTerm));
    }

    private JsonReply Invoices(Query query)
    {
        var month = DateTimeOffset.TryParseExact(query.Text("startMonth"), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : s_firstMonth;
        var months = new List<DateTimeOffset>();

        for (month = month < s_firstMonth ? s_firstMonth : month; month <= Ledger.Now; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        return Reply("data", months.Take(_options.MaxInvoices ?? int.MaxValue).Select(_writer.Invoice));
    }

    private (DateTimeOffset From, DateTimeOffset Last) Window(Query query)
    {
        var last = query.Time("endTime") ?? Ledger.Now;
        var from = query.Time("startTime") ?? last - s_maxWindow;
        return last - from <= s_maxWindow
            ? (from, last)
            : throw new Refusal(ApiError.InvalidParameter("endTime", $"the time must be no longer than {s_maxWindow.TotalDays} days"));
    }

    private IResult Buy(Members body, string tradeType)
    {
        var id = body.RequiredText("instanceId", 1, 255);
        var months = body.RequiredNumber("month", 1, 12);
        body.End();
        return _fleet.Change<IResult>(_ =>
        {
            var now = Ledger.Now;
            var instance = _fleet.Get(id);
            var isMonthly = instance.BillingMode == "monthly";

            if (isMonthly != (tradeType == "monthly_re_buy"))
            {
                return new ApiError(400, "UNSUPPORTED_BILLING_MODE", "the billing mode does not allow this");
            }

            var amount = months * Math.Max(instance.GpuNum, 1) * MonthlyPrice;

            if (amount > Balance)
            {
                return ApiError.BalanceNotEnough;
            }

            var from = instance.EndTime ?? now;
            var bought = instance with { BillingMode = "monthly", EndTime = from.AddMonths(months) };

            if (!isMonthly)
            {
                _fleet.EndRun(id);
            }

            _fleet.Replace(bought with { RunningSince = instance.RunningSince is null ? null : now });
            Ledger.Add(new SimulatedPurchase(id, instance.ProductName, months, amount, from, from.AddMonths(months), now, tradeType));
            return JsonReply.Of(new { });
        });
    }

    private IResult SetAutoRenew(Members body)
    {
        var ids = body.RequiredTexts("instanceIds", 100);
        var renew = body.RequiredFlag("autoRenew");
        var months = body.RequiredNumber("autoRenewMonth", 1, 12);
        body.End();
        return _fleet.Change<IResult>(_ =>
        {
            foreach (var instance in ids.Select(_fleet.Get).ToList())
            {
                _fleet.Replace(instance with { AutoRenewMonths = renew ? months : null });
            }

            return Results.Ok();
        });
    }

    private IResult SetAutoMigrate(Members body)
    {
        var id = body.RequiredText("instanceId", 1, 255);
        var open = body.RequiredFlag("autoMigrateOpen");
        var systemDisk = body.RequiredFlag("autoMigrateSystemDisk");
        body.End();
        return _fleet.Change<IResult>(_ =>
        {
            _fleet.Replace(_fleet.Get(id) with { AutoMigrate = open, MigratesSystemDisk = systemDisk });
            return Results.Ok();
        });
    }

    private void Seed(Random random, DateTimeOffset now)
    {
        for (var i = 0; i < _options.Gone; i++)
        {
            var from = now.AddDays(-20 - random.Next(40)).AddSeconds(-random.Next(86_400));
            Ledger.Add(new SimulatedUsage(random.GetHexString(16, lowercase: true), "gpu", from, from.AddHours(random.Next(20, 400))) { Units = 1 + i });
        }

        if (_options.Storage > 0)
        {
            Ledger.Add(new SimulatedUsage("sim-user", "cloud_storage", now.AddDays(-90))
            {
                ProductName = "Network storage",
                ProductId = "network",
                Units = _options.Storage,
                Price = 0.002m,
            });
        }
    }
}
