namespace Novita.Simulator.Faults;

/// <summary>Which actions are to begin, take their time, and fail.</summary>
internal sealed class Failures
{
    private readonly Lock _lock = new();
    private readonly List<Failure> _planned = [];

    public void Add(Failure failure)
    {
        lock (_lock)
        {
            _planned.Add(failure);
        }
    }

    /// <summary>How this action ends, which counts as one time; null where it goes well.</summary>
    public Failure? Take(InstanceAction action, SimulatedInstance instance)
    {
        lock (_lock)
        {
            var index = _planned.FindIndex(each => each.Times > 0 && each.Action == action && each.When?.Invoke(instance) != false);
            if (index < 0)
            {
                return null;
            }

            var failure = _planned[index];
            _planned[index] = failure with { Times = failure.Times - 1 };
            return failure;
        }
    }
}
