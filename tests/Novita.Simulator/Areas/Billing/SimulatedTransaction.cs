using System.Globalization;
using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Billing;

/// <summary>Money that was paid in or spent.</summary>
public sealed record SimulatedTransaction : SimulatedRow
{
    public required string SerialNumber { get; init; }

    [JsonIgnore]
    public DateTimeOffset Time { get; init; }

    /// <summary>Unix seconds in a string.</summary>
    public string TransactionTime => Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary><c>recharge</c>, <c>refund</c> or <c>consume</c>.</summary>
    public string TransactionType { get; init; } = "recharge";

    /// <summary>Cents in a string, whatever the documentation says.</summary>
    public string TransactionAmount { get; init; } = "10000";

    public string State { get; init; } = "success";

    internal override string Key => SerialNumber;
}
