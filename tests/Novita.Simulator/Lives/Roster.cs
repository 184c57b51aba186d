using System.Collections.Immutable;

namespace Novita.Simulator.Lives;

/// <summary>Instances that are changed one by one, whatever their number. An id that comes twice stands for the newer one.</summary>
internal sealed class Roster
{
    // Oldest first, so that a new one moves no other; those removed leave holes.
    private readonly List<SimulatedInstance?> _instances;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public Roster(ImmutableArray<SimulatedInstance> newestFirst)
    {
        _instances = new(newestFirst.Length + 1);

        for (var i = newestFirst.Length - 1; i >= 0; i--)
        {
            Add(newestFirst[i]);
        }
    }

    public int Count { get; private set; }

    public SimulatedInstance? Find(string id) => _places.TryGetValue(id, out var place) ? _instances[place] : null;

    public void Add(SimulatedInstance instance)
    {
        _places[instance.Id] = _instances.Count;
        _instances.Add(instance);
        Count++;
    }

    public bool Replace(string id, SimulatedInstance instance)
    {
        if (!_places.Remove(id, out var place))
        {
            return false;
        }

        _places[instance.Id] = place;
        _instances[place] = instance;
        return true;
    }

    public bool Remove(string id)
    {
        if (!_places.Remove(id, out var place))
        {
            return false;
        }

        _instances[place] = null;
        Count--;

        if (Count != _places.Count && _instances.FindLastIndex(instance => instance?.Id == id) is var older and >= 0)
        {
            _places[id] = older;
        }

        return true;
    }

    public ImmutableArray<SimulatedInstance> ToInstances()
    {
        var newestFirst = ImmutableArray.CreateBuilder<SimulatedInstance>(Count);

        for (var i = _instances.Count - 1; i >= 0; i--)
        {
            if (_instances[i] is { } instance)
            {
                newestFirst.Add(instance);
            }
        }

        return newestFirst.MoveToImmutable();
    }
}
