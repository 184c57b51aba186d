using Novita.Help.Pages;

namespace Novita.Help.Cmdlets;

/// <summary>The mechanical parts of a page, and a page to begin with.</summary>
public static class PageTemplate
{
    /// <summary>What a person has to replace.</summary>
    public const string Placeholder = "{{ Fill";

    internal const string CommonParameters = "CommonParameters";

    private static readonly string s_commonText = $"""
        ### {CommonParameters}

        This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable, -InformationAction, -InformationVariable, -OutVariable, -OutBuffer, -PipelineVariable, -Verbose, -WarningAction, and -WarningVariable. For more information, see [about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
        """.ReplaceLineEndings("\n");

    /// <summary>A page whose prose is still to be written.</summary>
    public static string Page(CmdletFacts cmdlet)
    {
        var parameters = string.Concat(cmdlet.Parameters
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => Parameter(parameter.Key, parameter.Value)));
        var examples = string.Concat(Enumerable.Range(1, 3).Select(number => $"""
            ### Example {number}: {Fill("Title")}

            ```powershell
            {cmdlet.Name}
            ```

            {Fill("Remarks")}


            """));
        return $"""
            ---
            external help file: Novita.dll-Help.xml
            Module Name: Novita
            online version:
            schema: 2.0.0
            ---

            # {cmdlet.Name}

            ## SYNOPSIS

            {Fill("Synopsis")}

            ## SYNTAX

            {Syntax(cmdlet)}
            ## DESCRIPTION

            {Fill("Description")}

            ## EXAMPLES

            {examples}## PARAMETERS

            {parameters}{s_commonText}

            ## INPUTS

            {Types(cmdlet.Inputs)}## OUTPUTS

            {Types(cmdlet.Outputs)}## NOTES

            {Fill("Notes")}

            ## RELATED LINKS

            [about_Novita](about_Novita.md)

            """.ReplaceLineEndings("\n");
    }

    internal static string Syntax(CmdletFacts cmdlet) => string.Join('\n', cmdlet.Syntax.Select(set => set.ToMarkdown()));

    internal static string Facts(IEnumerable<ParameterFacts> facts) => string.Join('\n', facts.Select(fact => fact.ToMarkdown()));

    /// <summary>The section of a parameter that is still to be described.</summary>
    public static string Parameter(string name, IEnumerable<ParameterFacts> facts) =>
        $"### {HelpPageReader.ParameterPrefix}{name}\n\n{Fill($"{name} Description")}\n\n{Facts(facts)}\n";

    private static string Types(IEnumerable<string> names) =>
        string.Concat(names.Select(name => $"### {name}\n\n{(name == "None" ? "" : Fill($"{name} Description") + "\n\n")}"));

    private static string Fill(string what) => $"{Placeholder} {what} }}}}";
}
