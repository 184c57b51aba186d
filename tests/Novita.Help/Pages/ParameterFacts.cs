namespace Novita.Help.Pages;

/// <summary>What a page's yaml block says of a parameter, in the words of the schema.</summary>
/// <param name="Type">The short name of the type.</param>
/// <param name="Sets">The parameter sets that this holds for; none for all.</param>
/// <param name="Aliases">Other names of the parameter.</param>
/// <param name="AcceptedValues">The only values that it takes; none where that is not limited.</param>
/// <param name="Required">Whether a call must have it.</param>
/// <param name="Position">Its position, from 0, or <c>Named</c>.</param>
/// <param name="DefaultValue">What it is without being given, or <c>None</c>.</param>
/// <param name="PipelineInput"><c>False</c>, or <c>True</c> with how.</param>
/// <param name="Wildcards">Whether wildcards mean something in it.</param>
public sealed record ParameterFacts(
    string Type,
    IReadOnlyList<string> Sets,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> AcceptedValues,
    bool Required,
    string Position,
    string DefaultValue,
    string PipelineInput,
    bool Wildcards)
{
    private const string AllSets = "(All)";
    private const string Separator = ", ";

    /// <summary>Whether it is a switch, which is given without a value.</summary>
    public bool IsSwitch => Type == "SwitchParameter";

    /// <summary>Whether this holds for a parameter set.</summary>
    public bool IsOf(SyntaxSet set) => Sets.Count == 0 || Sets.Contains(set.Name);

    /// <summary>Reads a yaml block.</summary>
    /// <exception cref="FormatException">A line is missing.</exception>
    public static ParameterFacts Parse(string yaml)
    {
        var lines = KeyedLines.Parse(yaml);
        var sets = Value("Parameter Sets");
        return new ParameterFacts(
            Value("Type"),
            sets == AllSets ? [] : Split(sets),
            Split(Value("Aliases")),
            Split(lines.GetValueOrDefault("Accepted values", "")),
            bool.Parse(Value("Required")),
            Value("Position"),
            Value("Default value"),
            Value("Accept pipeline input"),
            bool.Parse(Value("Accept wildcard characters")));

        string Value(string name) => lines.TryGetValue(name, out var value) ? value : throw new FormatException($"the yaml block has no line '{name}:'.");
    }

    /// <summary>The yaml block as a page has it.</summary>
    public string ToMarkdown()
    {
        var accepted = AcceptedValues.Count == 0 ? "" : $"Accepted values: {string.Join(Separator, AcceptedValues)}\n";
        return $"""
            ```yaml
            Type: {Type}
            Parameter Sets: {(Sets.Count == 0 ? AllSets : string.Join(Separator, Sets))}
            Aliases:{string.Concat(Aliases.Select((alias, index) => (index == 0 ? " " : Separator) + alias))}
            {accepted}
            Required: {Required}
            Position: {Position}
            Default value: {DefaultValue}
            Accept pipeline input: {PipelineInput}
            Accept wildcard characters: {Wildcards}
            ```

            """.ReplaceLineEndings("\n");
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
