using System.Xml.Linq;

namespace Novita.Generator.Output;

/// <summary>Writes views as a PowerShell format file.</summary>
public static class FormatWriter
{
    private const string Identity = "Id";

    /// <summary>
    /// Returns the text of the file. Each type has a table of the columns with a width, and a list of all columns without empty values.
    /// </summary>
    public static string Write(IEnumerable<ViewFacts> views)
    {
        var root = new XElement("Configuration", new XElement("ViewDefinitions", views.SelectMany(Views)));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static IEnumerable<XElement> Views(ViewFacts view)
    {
        // PowerShell uses the first view of a type by default.
        List<ColumnFacts> table = [.. view.Columns.Where(column => column.Width > 0)];
        if (table.Count > 0)
        {
            yield return View(view, new XElement(
                "TableControl",
                new XElement("TableHeaders", table.Select(Header)),
                new XElement("TableRowEntries",
                    new XElement("TableRowEntry", new XElement("TableColumnItems",
                        table.Select(column => new XElement("TableColumnItem", Script(column))))))));
        }

        yield return View(view, new XElement(
            "ListControl",
            new XElement("ListEntries", new XElement("ListEntry", new XElement("ListItems",
                view.Columns.OrderBy(column => column.Heading != Identity).Select(Item))))));
    }

    private static XElement View(ViewFacts view, XElement control) => new(
        "View",
        new XElement("Name", view.Type),
        new XElement("ViewSelectedBy", new XElement("TypeName", view.Type), new XElement("TypeName", $"Deserialized.{view.Type}")),
        control);

    private static XElement Header(ColumnFacts column) => new(
        "TableColumnHeader",
        new XElement("Label", column.Heading),
        new XElement("Width", column.Width),
        column.IsRight ? new XElement("Alignment", "Right") : null);

    private static XElement Item(ColumnFacts column) => new(
        "ListItem",
        new XElement("ItemSelectionCondition", Script(column)),
        new XElement("Label", column.Heading),
        Script(column));

    private static XElement Script(ColumnFacts column) => new("ScriptBlock", column.Script);
}
