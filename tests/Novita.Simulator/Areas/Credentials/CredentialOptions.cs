namespace Novita.Simulator.Areas.Credentials;

/// <summary>How the registry credential calls behave.</summary>
public sealed class CredentialOptions
{
    /// <summary>Whether save answers 204 without a body; otherwise <c>{}</c>.</summary>
    public bool SaveAnswersNothing { get; init; }

    /// <summary>What another client does at the moment of each save.</summary>
    public Action<SimulatedRows<SimulatedCredential>>? DuringSave { get; init; }

    /// <summary>How many readings of the list a new credential is late.</summary>
    public int LateBy { get; init; }
}
