using System.Text;
using System.Xml;
using System.Xml.Linq;
using Novita.Help.Pages;

namespace Novita.Help.Output;

/// <summary>Writes pages as the MAML that Get-Help reads.</summary>
public static class MamlWriter
{
    private static readonly XNamespace s_help = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The file for all pages of a module.</summary>
    public static string Write(IEnumerable<HelpPage> pages)
    {
        var root = new XElement(
            s_help + "helpItems",
            new XAttribute("schema", "maml"),
            new XComment(" Made from docs/ by tests/Novita.Help: change the pages, not this file. "),
            pages.Select(Command));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            root.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement Command(HelpPage page) => new(
        s_command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", s_maml),
        new XAttribute(XNamespace.Xmlns + "command", s_command),
        new XAttribute(XNamespace.Xmlns + "dev", s_dev),
        new XElement(
            s_command + "details",
            new XElement(s_command + "name", page.Name),
            new XElement(s_command + "verb", page.Name.Split('-')[0]),
            new XElement(s_command + "noun", page.Name.Split('-')[^1]),
            Description(page.Synopsis)),
        Description(page.Description),
        new XElement(s_command + "syntax", page.Syntax.Select(set => Syntax(page, set))),
        new XElement(s_command + "parameters", page.Parameters.Select(parameter => Parameter(parameter, parameter.Facts[0], inSyntax: false))),
        new XElement(s_command + "inputTypes", page.Inputs.Select(type => Type("inputType", type))),
        new XElement(s_command + "returnValues", page.Outputs.Select(type => Type("returnValue", type))),
        new XElement(s_maml + "alertSet", new XElement(s_maml + "alert", Paragraphs(page.Notes))),
        new XElement(s_command + "examples", page.Examples.Select(Example)),
        new XElement(s_command + "relatedLinks", page.Links.Select(Link)));

    private static XElement Syntax(HelpPage page, SyntaxSet set) => new(
        s_command + "syntaxItem",
        new XElement(s_maml + "name", page.Name),
        from name in set.Parameters
        let parameter = page.Parameters.First(parameter => parameter.Name == name)
        select Parameter(parameter, parameter.Facts.First(facts => facts.IsOf(set)), inSyntax: true));

    private static XElement Parameter(ParameterHelp parameter, ParameterFacts facts, bool inSyntax) => new(
        s_command + "parameter",
        new XAttribute("required", Text(facts.Required)),
        new XAttribute("variableLength", Text(facts.Type.EndsWith("[]", StringComparison.Ordinal))),
        new XAttribute("globbing", Text(facts.Wildcards)),
        new XAttribute("pipelineInput", facts.PipelineInput),
        new XAttribute("position", facts.Position == "Named" ? "named" : facts.Position),
        new XAttribute("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases)),
        new XElement(s_maml + "name", parameter.Name),
        Description(parameter.Text),
        inSyntax && facts.AcceptedValues.Count > 0
            ? new XElement(s_command + "parameterValueGroup", facts.AcceptedValues.Select(Value))
            : null,
        inSyntax && facts.IsSwitch ? null : Value(facts.Type),
        new XElement(s_dev + "type", new XElement(s_maml + "name", facts.Type), new XElement(s_maml + "uri")),
        new XElement(s_dev + "defaultValue", facts.DefaultValue));

    private static XElement Value(string value) =>
        new(s_command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), value);

    private static XElement Type(string element, TypeHelp type) => new(
        s_command + element,
        new XElement(s_dev + "type", new XElement(s_maml + "name", type.Name)),
        Description(type.Text));

    private static XElement Example(ExampleHelp example) => new(
        s_command + "example",
        new XElement(s_maml + "title", $"-------------------- {example.Title} --------------------"),
        new XElement(s_dev + "code", example.Code),
        new XElement(
            s_dev + "remarks",
            example.Output is null ? null : Paragraph(example.Output),
            Paragraphs(example.Remarks),
            // Get-Help leaves no room between examples by itself.
            Paragraph("")));

    private static XElement Link(RelatedLink link) => new(
        s_maml + "navigationLink",
        new XElement(s_maml + "linkText", link.Text),
        new XElement(s_maml + "uri", link.Address));

    private static XElement Description(IReadOnlyList<TextBlock> blocks) => new(s_maml + "description", Paragraphs(blocks));

    /// <summary>One paragraph a block, and one for a whole list: Get-Help sets paragraphs apart, and trims them.</summary>
    private static IEnumerable<XElement> Paragraphs(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var items = blocks.Skip(i).TakeWhile(block => block.Kind == TextBlockKind.Item).ToList();
            yield return Paragraph(items.Count == 0 ? blocks[i].Text : string.Join('\n', items.Select(item => $"{item.Marker} {item.Text}")));
            i += Math.Max(1, items.Count);
        }
    }

    private static XElement Paragraph(string text) => new(s_maml + "para", text);

    private static string Text(bool value) => value ? "true" : "false";
}
