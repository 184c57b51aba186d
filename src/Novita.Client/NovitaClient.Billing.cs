using System.Globalization;
using Novita.Client.Errors;
using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Lists;
using Novita.Client.Requests;

namespace Novita.Client;

/// <content>Balance, bills and subscriptions.</content>
public sealed partial class NovitaClient
{
    private const string BillingPath = "openapi/v1/billing";

    /// <summary>Reads the account's balance (<c>GET /billing/balance/detail</c>).</summary>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public Task<Balance> GetBalanceAsync(CallContext call)
    {
        return ReadBillAsync("balance", new PathBuilder($"{BillingPath}/balance/detail"), Read, call);

        static Balance Read(ReadOnlySpan<byte> body)
        {
            var balance = ResponseReader.Read(body, Balance.Shape) ?? throw ResponseReader.Invalid("it is null");
            ErrorResponse.Refuse(body, isAnswer: balance.AvailableBalance is not null);
            return balance;
        }
    }

    /// <summary>Reads charges (<c>GET /billing/bill/list</c>, <c>GET /billing/bill/monthly/list</c>).</summary>
    /// <param name="query">Which charges.</param>
    /// <param name="from">The first second.</param>
    /// <param name="to">The second after the last, at most 31 days later.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public Task<List<Charge>> GetChargesAsync(ChargeQuery query, DateTimeOffset from, DateTimeOffset to, CallContext call)
    {
        var path = query.IsFixedTerm
            ? new PathBuilder($"{BillingPath}/bill/monthly/list").Add("category", query.Category)
            : new PathBuilder($"{BillingPath}/bill/list").Add("cycleType", $"{query.Cycle}").Add("productCategory", query.Category);
        path.Add("startTime", Seconds(from)).Add("endTime", Seconds(to.AddSeconds(-1)))
            .Add("productName", query.ProductName).Add("ownerId", query.OwnerId);
        return ReadBillAsync("charge", path, body => RowList.Read(body, BillRow.Shape, "bills").ConvertAll(ToCharge), call);

        Charge ToCharge(BillRow row) =>
            query.IsFixedTerm ? row.ToFixedTerm(query.Category) : row.ToCharge(query.Category, Clock.UtcNow);
    }

    /// <summary>Reads the invoices from a month on (<c>GET /billing/monthly/bill</c>). Months without a bill are left out.</summary>
    /// <param name="startMonth">The first month, <c>yyyy-MM</c>.</param>
    /// <param name="count">The number of invoices to ask for; the service may send more or fewer.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<List<Invoice>> GetInvoicesAsync(string startMonth, int count, CallContext call)
    {
        var path = new PathBuilder($"{BillingPath}/monthly/bill").Add("startMonth", startMonth).Add("page", 1).Add("pageSize", count);
        var invoices =
            await ReadBillAsync("invoice", path, body => RowList.Read(body, Invoice.Shape, "data"), call).ConfigureAwait(false);
        ReportUnreadable(invoices, call);
        return invoices;
    }

    /// <summary>
    /// Turns an instance into a subscription, which is paid at once (<c>POST /gpu/instance/transToMonthlyInstance</c>).
    /// </summary>
    /// <param name="id">The instance.</param>
    /// <param name="months">The length of the subscription in months, 1 to 12.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The service refused, or the call failed, perhaps after the change took effect (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<OperationResult> SubscribeAsync(string id, int months, CallContext call) =>
        ChangeInstanceAsync("transToMonthlyInstance", id, () => new RequestBody().Add("instanceId", id).Add("month", months), call);

    /// <summary>Extends a subscription, which is paid at once (<c>POST /gpu/instance/renewInstance</c>).</summary>
    /// <param name="id">The instance.</param>
    /// <param name="months">The months to add, 1 to 12.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The service refused, or the call failed, perhaps after the change took effect (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<OperationResult> RenewAsync(string id, int months, CallContext call) =>
        ChangeInstanceAsync("renewInstance", id, () => new RequestBody().Add("instanceId", id).Add("month", months), call);

    /// <summary>Turns the automatic renewal of a subscription on or off (<c>POST /gpu/instance/setAutoRenew</c>).</summary>
    /// <param name="id">The instance.</param>
    /// <param name="autoRenew">Whether the subscription is renewed.</param>
    /// <param name="months">The months that each renewal adds, 1 to 12.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The service refused, or the call failed.</exception>
    public Task<OperationResult> SetAutoRenewAsync(string id, bool autoRenew, int months, CallContext call) => ChangeInstanceAsync(
        "setAutoRenew", id,
        () => new RequestBody().Add("instanceIds", new[] { id }).Add("autoRenew", autoRenew).Add("autoRenewMonth", months),
        call);

    /// <summary>
    /// Turns the automatic migration of an instance from a faulty node on or off (<c>POST /gpu/instance/setAutoMigrate</c>).
    /// </summary>
    /// <param name="id">The instance.</param>
    /// <param name="autoMigrate">Whether the instance is migrated.</param>
    /// <param name="systemDisk">Whether the system disk is migrated too.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The service refused, or the call failed.</exception>
    public Task<OperationResult> SetAutoMigrateAsync(string id, bool autoMigrate, bool systemDisk, CallContext call) => ChangeInstanceAsync(
        "setAutoMigrate", id,
        () => new RequestBody().Add("instanceId", id).Add("autoMigrateOpen", autoMigrate).Add("autoMigrateSystemDisk", systemDisk),
        call);

    private async Task<T> ReadBillAsync<T>(string noun, PathBuilder path, ReadBody<T> read, CallContext call)
    {
        try
        {
            return await _transport.GetAsync(path.ToString(), read, call).ConfigureAwait(false);
        }
        catch (NovitaException error)
        {
            error.Subject = new Subject(noun);
            throw;
        }
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
