namespace Novita.Client.Billing;

/// <summary>The deadlines of a fleet, and the instances that could not be read.</summary>
/// <param name="Deadlines">The deadlines, the first first.</param>
/// <param name="Errors">The errors to show beside them: an instance or the list may have more deadlines.</param>
public sealed record DeadlineReading(IReadOnlyList<Deadline> Deadlines, IReadOnlyList<NovitaException> Errors);
