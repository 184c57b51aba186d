namespace Novita.Simulator.Faults;

/// <summary>What is to happen to the next so many actions of a kind; of several that apply, the first that was added does.</summary>
internal sealed class Occasions<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly List<Occasion> _occasions = [];

    /// <returns>What takes it away.</returns>
    public IDisposable Add(InstanceAction action, T value, Func<SimulatedInstance, bool>? when, int times)
    {
        var occasion = new Occasion(this, action, value, when, times);

        lock (_lock)
        {
            _occasions.Add(occasion);
        }

        return occasion;
    }

    /// <summary>What happens to this action, which counts as one time; null for nothing.</summary>
    public T? Take(InstanceAction action, SimulatedInstance instance)
    {
        lock (_lock)
        {
            var occasion = _occasions.Find(occasion => occasion.Applies(action, instance));

            if (occasion?.Spend() == true)
            {
                _occasions.Remove(occasion);
            }

            return occasion?.Value;
        }
    }

    private void Remove(Occasion occasion)
    {
        lock (_lock)
        {
            _occasions.Remove(occasion);
        }
    }

    private sealed class Occasion : IDisposable
    {
        private readonly Occasions<T> _owner;
        private readonly InstanceAction _action;
        private readonly Func<SimulatedInstance, bool>? _when;
        private int _times;

        public Occasion(Occasions<T> owner, InstanceAction action, T value, Func<SimulatedInstance, bool>? when, int times)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
            _owner = owner;
            _action = action;
            _when = when;
            _times = times;
            Value = value;
        }

        public T Value { get; }

        public bool Applies(InstanceAction action, SimulatedInstance instance) => action == _action && _when?.Invoke(instance) != false;

        /// <summary>Uses it once. True when that was the last time.</summary>
        public bool Spend() => --_times == 0;

        public void Dispose() => _owner.Remove(this);
    }
}
