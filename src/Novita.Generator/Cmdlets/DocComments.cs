using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Novita.Generator.Pages;

namespace Novita.Generator.Cmdlets;

/// <summary>Reads doc comments from the XML files that the compiler writes beside the assemblies.</summary>
public sealed partial class DocComments
{
    private readonly Dictionary<string, XElement> _members;

    private DocComments(IEnumerable<XDocument> files) =>
        _members = files.SelectMany(file => file.Descendants("member")).ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>Reads XML files, such as <c>Novita.xml</c>.</summary>
    public static DocComments Read(params IEnumerable<string> files) =>
        new(files.Select(file => XDocument.Load(file, LoadOptions.PreserveWhitespace)));

    /// <summary>Returns the summary of a type; null if it is missing.</summary>
    public IReadOnlyList<TextBlock>? Summary(Type type) => Summary($"T:{NameOf(type)}");

    /// <summary>Returns the summary of a property, or of the property that it overrides; null if both are missing.</summary>
    public IReadOnlyList<TextBlock>? Summary(PropertyInfo property)
    {
        for (var type = property.DeclaringType; type is not null; type = type.BaseType)
        {
            if (Summary($"P:{NameOf(type)}.{property.Name}") is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private IReadOnlyList<TextBlock>? Summary(string id)
    {
        if (!_members.TryGetValue(id, out var member) || member.Element("summary") is not { } summary)
        {
            return null;
        }

        var paragraphs = new List<StringBuilder> { new() };
        Append(paragraphs, summary);
        return
        [
            .. from paragraph in paragraphs
               let text = Spaces().Replace(paragraph.ToString(), " ").Trim()
               where text.Length > 0
               select new TextBlock(TextBlockKind.Paragraph, text),
        ];
    }

    private static void Append(List<StringBuilder> paragraphs, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText text:
                    paragraphs[^1].Append(text.Value);
                    break;
                case XElement { Name.LocalName: "para" } paragraph:
                    paragraphs.Add(new());
                    Append(paragraphs, paragraph);
                    paragraphs.Add(new());
                    break;
                case XElement { IsEmpty: true } reference:
                    paragraphs[^1].Append(Reference(reference));
                    break;
                case XElement child:
                    Append(paragraphs, child);
                    break;
            }
        }
    }

    /// <summary>Returns the text of a reference: the parameter for a property of a cmdlet, else the name.</summary>
    private static string Reference(XElement reference)
    {
        var target = (string?)reference.Attribute("cref") ?? "";
        var name = target.Split('(')[0].Split('.')[^1];
        return target.StartsWith("P:", StringComparison.Ordinal) && target.Split('.')[^2].Contains("Command", StringComparison.Ordinal)
            ? $"-{name}"
            : name.Length > 0 ? name : reference.Attributes().FirstOrDefault()?.Value ?? "";
    }

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
