using System.Collections.ObjectModel;

namespace Novita;

/// <summary>A list that reads well as one text, so that a cell of <c>Export-Csv</c> shows its elements and not a type name.</summary>
/// <typeparam name="T">An element whose own text reads well.</typeparam>
public sealed class DisplayList<T> : Collection<T>
{
    /// <summary>Makes an empty list.</summary>
    public DisplayList()
    {
    }

    /// <summary>Makes a list of copies of the references in <paramref name="elements"/>.</summary>
    public DisplayList(IEnumerable<T> elements)
        : base([.. elements])
    {
    }

    /// <summary>Makes a list of <paramref name="elements"/>, which it takes over.</summary>
    internal DisplayList(List<T> elements)
        : base(elements)
    {
    }

    /// <summary>The elements, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
