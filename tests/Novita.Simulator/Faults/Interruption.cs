namespace Novita.Simulator.Faults;

/// <summary>A time in which every request has the same answer.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, at which it is over.</param>
/// <param name="Reply">The answer at a time.</param>
internal sealed record Interruption(DateTimeOffset From, DateTimeOffset To, Func<DateTimeOffset, IResult> Reply);
