namespace Novita.Client.Watching;

/// <summary>A property that a watch compares.</summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class WatchedProperty<T>
    where T : Resource
{
    private readonly Func<T, object?> _value;
    private readonly Func<T, object?> _shown;

    /// <summary>Creates a property.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">Returns the value to compare.</param>
    /// <param name="shown">Returns the value that a change shows; null for the compared value.</param>
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
