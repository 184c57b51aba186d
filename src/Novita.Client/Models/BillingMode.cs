namespace Novita;

/// <summary>The billing modes that the service documents.</summary>
public sealed class BillingMode : KnownValues
{
    internal const string Monthly = "monthly";
    internal const string OnDemand = "onDemand";
    internal const string Spot = "spot";

    /// <summary>Lists the documented values.</summary>
    public BillingMode()
        : base(
            new(OnDemand, "Pay as you go, for as long as it runs"),
            new(Monthly, "A subscription, paid for whole months at once"),
            new(Spot, "Pay as you go for less; it may be taken back after a notice"))
    {
    }

    private protected override IReadOnlyDictionary<string, string> OtherNames { get; } = new Dictionary<string, string>
    {
        ["payasyougo"] = "onDemand",
        ["payg"] = "onDemand",
        ["hourly"] = "onDemand",
        ["subscription"] = "monthly",
        ["reserved"] = "monthly",
        ["prepaid"] = "monthly",
        ["preemptible"] = "spot",
        ["interruptible"] = "spot",
    };

    /// <summary>The documented values.</summary>
    public static BillingMode Values { get; } = new();
}
