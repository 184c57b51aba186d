using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>A column of a view, as Novita.Format.ps1xml names it: <c>[Novita.Formatting.InstanceColumns]::Gpu[$_]</c>.</summary>
/// <remarks>
/// An indexer, because a view may call no method in Constrained Language mode. No property of what is shown, because Tab offers even
/// a hidden one.
/// </remarks>
public sealed class Column
{
    private readonly Func<PSObject, string> _text;

    internal Column(Func<PSObject, string> text) => _text = text;

    internal Column(string property)
        : this(shown => ViewText.Of(shown, property))
    {
    }

    /// <summary>Gives the text.</summary>
    /// <param name="shown">What is shown: an object of the type, live or deserialised.</param>
    public string this[PSObject shown] => _text(shown);
}
