namespace Novita.Client.Watching;

/// <summary>A property that is watched: what tells two values apart, and what a change shows.</summary>
/// <typeparam name="T">The noun.</typeparam>
internal sealed class WatchedProperty<T>
    where T : Resource
{
    private readonly Func<T, object?> _value;
    private readonly Func<T, object?> _shown;

    /// <summary>Describes a property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Returns what is compared.</param>
    /// <param name="shown">Returns what a change shows; null for what is compared.</param>
    public WatchedProperty(string name, Func<T, object?> value, Func<T, object?>? shown = null)
    {
        Name = name;
        _value = value;
        _shown = shown ?? value;
    }

    public string Name { get; }

    public bool Differs(T one, T other) => !Equals(_value(one), _value(other));

    public object? Show(T resource) => _shown(resource);
}
