namespace Novita.Client.Billing;

/// <summary>The deadlines of a fleet, and the instances that could not be read.</summary>
/// <param name="Deadlines">The deadlines, in the order of time.</param>
/// <param name="Errors">The errors of the list and of instances, which may have more deadlines.</param>
public sealed record DeadlineReading(IReadOnlyList<Deadline> Deadlines, IReadOnlyList<NovitaException> Errors);
