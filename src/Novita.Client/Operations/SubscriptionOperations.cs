using System.Globalization;
using Novita.Client.Requests;

namespace Novita.Client.Operations;

/// <summary>
/// Buys subscriptions, never twice: a purchase is not retried. Where its response is lost, the instance's end and billing mode show
/// whether the purchase took effect.
/// </summary>
public static class SubscriptionOperations
{
    /// <summary>The maximum term, in months.</summary>
    public const int MaxMonths = 12;

    /// <summary>Turns an instance on demand into a subscription.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance.</param>
    /// <param name="months">The length of the subscription in months, 1 to 12.</param>
    /// <param name="autoRenewMonths">The months that each renewal adds; null for no renewal.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The instance is a subscription already (<see cref="NovitaErrorKind.InvalidState"/>), and nothing was sent; or the call failed,
    /// perhaps after the purchase (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public static async Task<OperationResult> BuySubscriptionAsync(
        this NovitaClient client, string id, int months, int? autoRenewMonths, CallContext call)
    {
        var before = await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        if (before.BillingMode == BillingMode.Monthly)
        {
            var problem = $"The instance is a subscription already, until {Show(before.EndTime)}.";
            throw Refused(before, $"{problem} Extend it with Update-NovitaSubscription.");
        }

        var result = await client.BuyAsync(before, () => client.SubscribeAsync(id, months, call), call).ConfigureAwait(false);
        if (autoRenewMonths is { } renewal)
        {
            await client.TurnRenewalOnAsync(id, renewal, call).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>Extends a subscription.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance.</param>
    /// <param name="months">The months to add, 1 to 12.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The instance is not a subscription (<see cref="NovitaErrorKind.InvalidState"/>), and nothing was sent; or the call failed, perhaps
    /// after the purchase (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public static async Task<OperationResult> ExtendSubscriptionAsync(this NovitaClient client, string id, int months, CallContext call)
    {
        var before = await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        return before.BillingMode == BillingMode.Monthly
            ? await client.BuyAsync(before, () => client.RenewAsync(id, months, call), call).ConfigureAwait(false)
            : throw Refused(before, "The instance is not a subscription. Make it one with New-NovitaSubscription.");
    }

    private static async Task<OperationResult> BuyAsync(
        this NovitaClient client, InstanceDetail before, Func<Task<OperationResult>> buy, CallContext call)
    {
        NovitaException? lost = null;
        OperationResult? result = null;
        try
        {
            result = await buy().ConfigureAwait(false);
        }
        catch (NovitaException error) when (error.MayHaveHappened)
        {
            lost = error;
        }

        var after = await client.TryReadAsync(before.Id, call).ConfigureAwait(false);
        var isBought = after?.BillingMode == BillingMode.Monthly && after.EndTime is { } end && !(end <= before.EndTime);
        var name = $"instance {before.Id}";
        if (isBought)
        {
            var how = lost is null ? "bought" : "the response was lost, but it was bought";
            call.Report(ClientEventKind.Step, $"{name}: {how}, until {Show(after!.EndTime)}");
            return result ?? new OperationResult(before.Id, after!.Status);
        }

        if (lost is not null)
        {
            lost.Advice = after is null
                ? "It could not be looked at. Read its BillingMode and EndTime with Get-NovitaInstance -Id before you buy again: "
                    + "a second purchase is charged too."
                : $"Just now its billing mode is '{after.BillingMode}' and its end {Show(after.EndTime)}, as before. "
                    + "Read both again in a minute with Get-NovitaInstance -Id before you buy again: a second purchase is charged too.";
            throw lost;
        }

        if (after is not null)
        {
            call.Report(
                ClientEventKind.Warning,
                $"{name}: the service accepted the purchase, but the end is still {Show(after.EndTime)}. "
                    + "Read it again with Get-NovitaInstance -Id before you buy again.");
        }

        return result!;
    }

    private static async Task<InstanceDetail?> TryReadAsync(this NovitaClient client, string id, CallContext call)
    {
        try
        {
            return await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        }
        catch (NovitaException error)
        {
            call.Report(ClientEventKind.Step, $"instance {id}: it could not be read after the purchase. {error.Message}");
            return null;
        }
    }

    /// <summary>Turns the renewal on. A failure is only a warning, because the purchase was made.</summary>
    private static async Task TurnRenewalOnAsync(this NovitaClient client, string id, int months, CallContext call)
    {
        try
        {
            await client.SetAutoRenewAsync(id, autoRenew: true, months, call).ConfigureAwait(false);
        }
        catch (NovitaException error)
        {
            call.Report(
                ClientEventKind.Warning,
                "The subscription was bought, but its renewal could not be turned on: "
                    + $"do that with Set-NovitaSubscription -AutoRenew $true. {error.Message}");
        }
    }

    private static NovitaException Refused(InstanceDetail instance, string problem) => new(NovitaErrorKind.InvalidState, problem)
    {
        Subject = new Errors.Subject(Noun<Instance>.Singular, instance.Id) { State = instance.Status },
        Advice = "Nothing was bought. Look at its BillingMode and EndTime with Get-NovitaInstance -Id.",
    };

    private static string Show(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "not set";
}
