namespace Novita.Pester;

/// <summary>The tests that PowerShell itself runs: each counts, and each that fails is named.</summary>
public sealed class PesterTests
{
    /// <summary>What the run gave. It takes a minute, so it is asked for once, when the tests run.</summary>
    public static TheoryData<PesterTest> Ended => [.. PesterRun.RunAsync().GetAwaiter().GetResult()];

    [Theory]
    [MemberData(nameof(Ended), DisableDiscoveryEnumeration = true)]
    public void It_passes_in_PowerShell(PesterTest test) => Assert.True(test.Error is null, test.Error);
}
