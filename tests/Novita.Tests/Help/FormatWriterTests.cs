using System.Xml.Linq;
using Novita.Commands;
using Novita.Generator.Output;

namespace Novita.Tests.Help;

public sealed class FormatWriterTests
{
    private static readonly XElement s_file = XDocument.Parse(FormatWriter.Write(
    [
        new ViewFacts("Novita.Thing", [new("Name", "name", 20, false), new("Id", "id", 16, false), new("Price", "price", 8, true), new("Notes", "notes", 0, false)]),
        new ViewFacts("Novita.Detail", [new("Id", "id", 0, false)]),
    ])).Root!;

    [Fact]
    public void A_table_has_the_columns_with_a_width_in_their_order()
    {
        Assert.Equal(["Name 20 ", "Id 16 ", "Price 8 Right"], s_file.Descendants("TableColumnHeader").Select(header => $"{header.Element("Label")!.Value} {header.Element("Width")!.Value} {header.Element("Alignment")?.Value}"));
        Assert.Equal(["name", "id", "price"], s_file.Descendants("TableColumnItem").Select(item => item.Value));
    }

    [Fact]
    public void A_list_has_every_column_with_the_id_first_and_leaves_out_what_is_empty()
    {
        var items = s_file.Descendants("ListEntry").First().Descendants("ListItem").ToList();

        Assert.Equal(["Id id id", "Name name name", "Price price price", "Notes notes notes"],
            items.Select(item => $"{item.Element("Label")!.Value} {item.Element("ScriptBlock")!.Value} {item.Element("ItemSelectionCondition")!.Element("ScriptBlock")!.Value}"));
    }

    [Fact]
    public void A_type_without_widths_has_no_table() =>
        Assert.DoesNotContain(s_file.Descendants("View").Where(view => view.Element("Name")!.Value == "Novita.Detail"), view => view.Element("TableControl") is not null);

    [Fact]
    public void A_view_is_for_deserialized_objects_too() =>
        Assert.Contains("Deserialized.Novita.Thing", s_file.Descendants("TypeName").Select(name => name.Value));

    [Fact]
    public void Every_type_of_ours_that_a_cmdlet_writes_has_a_view()
    {
        var views = ViewFacts.ReadAll(typeof(GetNovitaInstanceCommand).Assembly).Select(view => view.Type);

        Assert.Empty(Fixtures.ModuleHelp.Cmdlets.Values.SelectMany(cmdlet => cmdlet.Outputs).Select(type => type.Name).Where(name => name.StartsWith("Novita.", StringComparison.Ordinal)).Except(views));
    }
}
