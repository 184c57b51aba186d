namespace Novita;

/// <summary>
/// A part of a resource with value equality. A part also equals its own text, so that <c>-contains '22/tcp'</c> finds a port.
/// </summary>
public abstract class ResourcePart : ServiceObject
{
    /// <summary>The values that equality compares.</summary>
    private protected abstract object?[] Values { get; }

    /// <summary>Whether the other object is a part of the same type with equal values, or this part's text, ignoring case.</summary>
    public sealed override bool Equals(object? obj) => obj switch
    {
        ResourcePart other => ReferenceEquals(this, other) || (GetType() == other.GetType() && Values.SequenceEqual(other.Values)),
        string text => string.Equals(ToString(), text, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Returns the hash code of the text, because equal parts have equal texts.</summary>
    public sealed override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());
}
