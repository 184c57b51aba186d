using Novita.Tests.Fixtures;

namespace Novita.Tests.Faults;

/// <summary>What came of a fault.</summary>
/// <param name="Run">What was said.</param>
/// <param name="Requests">How many requests the service saw.</param>
/// <param name="Waited">How long the module would have waited between requests.</param>
/// <param name="Elapsed">How long it really took.</param>
internal sealed record Trial(Run Run, int Requests, TimeSpan Waited, TimeSpan Elapsed);
