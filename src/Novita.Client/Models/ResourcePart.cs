namespace Novita;

/// <summary>A part of a resource that is a value: two with the same content are equal, and each equals its own text, so that <c>-contains '22/tcp'</c> finds a port.</summary>
public abstract class ResourcePart : ServiceObject
{
    /// <summary>What tells two of one kind apart.</summary>
    private protected abstract object?[] Values { get; }

    /// <summary>Whether the other is of the same kind with the same content, or is the text of this one, ignoring case.</summary>
    public sealed override bool Equals(object? obj) => obj switch
    {
        ResourcePart other => ReferenceEquals(this, other) || (GetType() == other.GetType() && Values.SequenceEqual(other.Values)),
        string text => string.Equals(ToString(), text, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Equal parts have equal texts.</summary>
    public sealed override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());
}
