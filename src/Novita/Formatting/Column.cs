using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>A column of a view, for Novita.Format.ps1xml: <c>[Novita.Formatting.InstanceColumns]::Gpu[$_]</c>.</summary>
/// <remarks>
/// The text comes from an indexer, because a view cannot call methods in Constrained Language mode. The shown type has no property for the
/// text, because Tab completion would offer even a hidden property.
/// </remarks>
public sealed class Column
{
    private readonly Func<PSObject, string> _text;

    internal Column(Func<PSObject, string> text) => _text = text;

    internal Column(string property)
        : this(shown => ViewText.Of(shown, property))
    {
    }

    /// <summary>Returns the text of a cell.</summary>
    /// <param name="shown">The object of the row, which may be deserialised.</param>
    public string this[PSObject shown] => _text(shown);
}
