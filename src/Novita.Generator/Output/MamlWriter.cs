using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Novita.Generator.Cmdlets;
using Novita.Generator.Pages;

namespace Novita.Generator.Output;

/// <summary>Writes the help of cmdlets as MAML for Get-Help.</summary>
public static class MamlWriter
{
    private static readonly XNamespace s_help = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Returns the text of the file.</summary>
    public static string Write(IEnumerable<(CmdletFacts Cmdlet, HelpPage Page)> help)
    {
        var root = new XElement(s_help + "helpItems", new XAttribute("schema", "maml"),
            help.Select(item => Command(item.Cmdlet, item.Page)));
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, IndentChars = "", NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(text, settings))
        {
            root.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement Command(CmdletFacts cmdlet, HelpPage page) => new(
        s_command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", s_maml),
        new XAttribute(XNamespace.Xmlns + "command", s_command),
        new XAttribute(XNamespace.Xmlns + "dev", s_dev),
        new XElement(
            s_command + "details",
            new XElement(s_command + "name", cmdlet.Name),
            new XElement(s_command + "verb", cmdlet.Name.Split('-')[0]),
            new XElement(s_command + "noun", cmdlet.Name.Split('-')[^1]),
            Description(page.Synopsis)),
        Description(page.Description),
        new XElement(s_command + "syntax", cmdlet.Sets.Select(set => Syntax(cmdlet, set))),
        new XElement(s_command + "parameters", cmdlet.Parameters.Select(parameter => Parameter(parameter, inSyntax: false))),
        new XElement(s_command + "inputTypes", cmdlet.Inputs.Select(type => Type("inputType", type))),
        new XElement(s_command + "returnValues", cmdlet.Outputs.Select(type => Type("returnValue", type))),
        page.Notes.Count == 0 ? null : new XElement(s_maml + "alertSet", new XElement(s_maml + "alert", Paragraphs(page.Notes))),
        new XElement(s_command + "examples", page.Examples.Select(Example)),
        new XElement(s_command + "relatedLinks", page.Links.Select(Link)));

    private static XElement Syntax(CmdletFacts cmdlet, ParameterSetFacts set) => new(
        s_command + "syntaxItem",
        new XElement(s_maml + "name", cmdlet.Name),
        set.Parameters.Where(parameter => !parameter.IsHidden).Select(parameter => Parameter(parameter, inSyntax: true)));

    /// <summary>Returns a parameter, in a syntax without description and default value.</summary>
    private static XElement Parameter(ParameterFacts parameter, bool inSyntax) => new(
        s_command + "parameter",
        new XAttribute("required", Text(parameter.IsRequired)),
        new XAttribute("variableLength", Text(parameter.Type.EndsWith("[]", StringComparison.Ordinal))),
        new XAttribute("globbing", Text(parameter.HasWildcards)),
        new XAttribute("pipelineInput", parameter.PipelineInput),
        new XAttribute("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(s_maml + "name", parameter.Name),
        inSyntax && parameter.AcceptedValues.Count > 0
            ? new XElement(s_command + "parameterValueGroup", parameter.AcceptedValues.Select(Value))
            : null,
        inSyntax ? null : Description(parameter.Text),
        inSyntax && parameter.IsSwitch ? null : Value(parameter.Type),
        inSyntax ? null : new XElement(s_dev + "type", new XElement(s_maml + "name", parameter.Type), new XElement(s_maml + "uri")),
        inSyntax ? null : new XElement(s_dev + "defaultValue", parameter.DefaultValue));

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
            // An empty paragraph separates the examples: Get-Help does not.
            Paragraph("")));

    private static XElement Link(RelatedLink link) => new(
        s_maml + "navigationLink",
        new XElement(s_maml + "linkText", link.Text),
        new XElement(s_maml + "uri", link.Address));

    private static XElement Description(IReadOnlyList<TextBlock> blocks) => new(s_maml + "description", Paragraphs(blocks));

    /// <summary>
    /// Returns one paragraph for each block, and one for a whole list, because Get-Help separates paragraphs by empty lines.
    /// </summary>
    private static IEnumerable<XElement> Paragraphs(IReadOnlyList<TextBlock> blocks)
    {
        for (var i = 0; i < blocks.Count;)
        {
            var items = blocks.Skip(i).TakeWhile(block => block.Kind == TextBlockKind.Item).ToList();
            var text = items.Count == 0 ? blocks[i].Text : string.Join('\n', items.Select(item => $"{item.Marker} {item.Text}"));
            yield return Paragraph(text);
            i += Math.Max(1, items.Count);
        }
    }

    private static XElement Paragraph(string text) => new(s_maml + "para", text);

    private static string Text(bool value) => value ? "true" : "false";
}
