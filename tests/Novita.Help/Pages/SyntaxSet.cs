using System.Text.RegularExpressions;

namespace Novita.Help.Pages;

/// <summary>One way to call a cmdlet, as a syntax block shows it.</summary>
/// <param name="Name">The name of the parameter set, or null where there is only one.</param>
/// <param name="IsDefault">Whether it is taken when the parameters do not say which is meant.</param>
/// <param name="Text">The call, on as many lines as it needs.</param>
public sealed partial record SyntaxSet(string? Name, bool IsDefault, string Text)
{
    private const string DefaultMark = " (Default)";

    /// <summary>The names of the parameters in the order of the call.</summary>
    public IReadOnlyList<string> Parameters => [.. ParameterName().Matches(Text).Select(match => match.Groups[1].Value)];

    /// <summary>Reads the heading of a syntax block.</summary>
    public static SyntaxSet Parse(string? heading, string text)
    {
        var isDefault = heading?.EndsWith(DefaultMark, StringComparison.Ordinal) ?? true;
        return new SyntaxSet(isDefault ? heading?[..^DefaultMark.Length] : heading, isDefault, text);
    }

    /// <summary>The block as a page has it.</summary>
    public string ToMarkdown()
    {
        var heading = Name is null ? "" : $"### {Name}{(IsDefault ? DefaultMark : "")}\n";
        return $"{heading}```\n{Text}\n```\n";
    }

    [GeneratedRegex(@"(?<=[\[\s])-(\w+)")]
    private static partial Regex ParameterName();
}
