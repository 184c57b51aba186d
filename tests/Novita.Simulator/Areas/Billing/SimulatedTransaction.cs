using System.Globalization;
using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Billing;

/// <summary>Money that was paid in or spent.</summary>
public sealed record SimulatedTransaction : SimulatedRow
{
    /// <summary>The id.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>When it was.</summary>
    [JsonIgnore]
    public DateTimeOffset Time { get; init; }

    /// <summary>Unix seconds in a string.</summary>
    public string TransactionTime => Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary><c>recharge</c>, <c>refund</c> or <c>consume</c>.</summary>
    public string TransactionType { get; init; } = "recharge";

    /// <summary>Cents in a string, whatever the documentation says.</summary>
    public string TransactionAmount { get; init; } = "10000";

    /// <summary>How far it is.</summary>
    public string State { get; init; } = "success";

    /// <inheritdoc/>
    internal override string Key => SerialNumber;
}
