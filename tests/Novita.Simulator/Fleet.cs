using System.Collections.Immutable;
using Novita.Simulator.Generation;

namespace Novita.Simulator;

/// <summary>The instances of the account, newest first. Safe to change while requests read it: each request sees one state.</summary>
public sealed class Fleet
{
    private readonly Lock _changing = new();
    private volatile FleetView _view;

    /// <summary>A fleet of the given instances, the newest being the first.</summary>
    public Fleet(IEnumerable<SimulatedInstance> instances) => _view = new([.. instances]);

    /// <summary>How many instances there are.</summary>
    public int Count => _view.Instances.Length;

    internal FleetView View => _view;

    /// <summary>A made-up fleet; the same arguments give the same instances.</summary>
    public static Fleet Generate(int count, int seed, DateTimeOffset now) => new(new FleetGenerator(seed, now).Generate(count));

    /// <summary>All instances as they are now, newest first.</summary>
    public ImmutableArray<SimulatedInstance> Snapshot() => _view.Instances;

    /// <summary>The instance of this id, or null.</summary>
    public SimulatedInstance? Find(string id)
    {
        var instances = _view.Instances;
        var index = IndexOf(instances, id);
        return index < 0 ? null : instances[index];
    }

    /// <summary>Adds an instance as the newest.</summary>
    public void Add(SimulatedInstance instance) => Change(instances => instances.Insert(0, instance));

    /// <summary>Puts these instances in place of all there are.</summary>
    public void Load(IEnumerable<SimulatedInstance> instances) => Change(_ => [.. instances]);

    /// <summary>Removes an instance. False when there is none of this id.</summary>
    public bool Remove(string id) => Change(id, (instances, index) => instances.RemoveAt(index));

    /// <summary>Puts an instance in the place of the one of the same id. False when there is none.</summary>
    public bool Replace(SimulatedInstance instance) => Update(instance.Id, _ => instance);

    /// <summary>Puts what <paramref name="change"/> makes of an instance in its place. False when there is none of this id.</summary>
    public bool Update(string id, Func<SimulatedInstance, SimulatedInstance> change) =>
        Change(id, (instances, index) => instances.SetItem(index, change(instances[index])));

    private bool Change(string id, Func<ImmutableArray<SimulatedInstance>, int, ImmutableArray<SimulatedInstance>> change)
    {
        var found = false;
        Change(instances =>
        {
            var index = IndexOf(instances, id);
            found = index >= 0;
            return found ? change(instances, index) : instances;
        });
        return found;
    }

    private void Change(Func<ImmutableArray<SimulatedInstance>, ImmutableArray<SimulatedInstance>> change)
    {
        lock (_changing)
        {
            _view = new(change(_view.Instances));
        }
    }

    private static int IndexOf(ImmutableArray<SimulatedInstance> instances, string id)
    {
        for (var i = 0; i < instances.Length; i++)
        {
            if (instances[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
