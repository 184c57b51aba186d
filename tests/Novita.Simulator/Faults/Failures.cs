namespace Novita.Simulator.Faults;

/// <summary>Which actions are to begin, take their time, and fail.</summary>
internal sealed class Failures
{
    private readonly Lock _lock = new();
    private readonly List<(InstanceAction Action, Func<SimulatedInstance, bool>? When, string EndsIn, SimulatedError Error, int Left)> _planned = [];

    public void Add(InstanceAction action, SimulatedError error, string endsIn, Func<SimulatedInstance, bool>? when, int times)
    {
        lock (_lock)
        {
            _planned.Add((action, when, endsIn, error, times));
        }
    }

    /// <summary>How this action ends, which counts as one time; null where it goes well.</summary>
    public (string EndsIn, SimulatedError Error)? Take(InstanceAction action, SimulatedInstance instance)
    {
        lock (_lock)
        {
            var index = _planned.FindIndex(failure => failure.Left > 0 && failure.Action == action && failure.When?.Invoke(instance) != false);
            if (index < 0)
            {
                return null;
            }

            var failure = _planned[index];
            _planned[index] = failure with { Left = failure.Left - 1 };
            return (failure.EndsIn, failure.Error);
        }
    }
}
