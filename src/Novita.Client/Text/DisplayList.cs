using System.Collections.ObjectModel;

namespace Novita;

/// <summary>A list whose text is its elements, so that a cell of <c>Export-Csv</c> shows the elements and not a type name.</summary>
/// <typeparam name="T">An element.</typeparam>
public sealed class DisplayList<T> : Collection<T>
{
    /// <summary>Creates an empty list.</summary>
    public DisplayList()
    {
    }

    /// <summary>Creates a list with copied references to <paramref name="elements"/>.</summary>
    public DisplayList(IEnumerable<T> elements)
        : base([.. elements])
    {
    }

    /// <summary>Creates a list that owns <paramref name="elements"/>, without copying.</summary>
    internal DisplayList(List<T> elements)
        : base(elements)
    {
    }

    /// <summary>The elements, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
