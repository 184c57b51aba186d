namespace Novita.Pester;

/// <summary>One test of a Pester file, as it ended.</summary>
/// <param name="Name">The file and the test's whole name.</param>
/// <param name="Error">What failed; null where nothing did.</param>
public sealed record PesterTest(string Name, string? Error)
{
    /// <summary>Gives the name, which is all that a test run shows.</summary>
    public override string ToString() => Name;
}
