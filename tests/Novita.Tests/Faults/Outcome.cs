namespace Novita.Tests.Faults;

/// <summary>What a fault comes to.</summary>
/// <param name="Error">The error's id; null where the command does its work.</param>
/// <param name="Requests">How often the request in question is sent.</param>
internal sealed record Outcome(NovitaErrorKind? Error, int Requests = 1)
{
    /// <summary>The command does its work.</summary>
    public static Outcome Fine { get; } = new(Error: null);

    /// <summary>Whether the error says that the change may have been made all the same.</summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>How many instances were written; null for what the place implies.</summary>
    public int? Written { get; init; }
}
