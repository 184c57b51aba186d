using Novita.Generator.Pages;

namespace Novita.Generator.Cmdlets;

/// <summary>The facts about a parameter in one parameter set.</summary>
/// <param name="Name">The name without the dash.</param>
/// <param name="Text">The summary of the doc comment.</param>
/// <param name="Type">The short name of the type, without Nullable.</param>
/// <param name="Aliases">Other names of the parameter.</param>
/// <param name="AcceptedValues">The allowed values; empty if every value is allowed.</param>
/// <param name="IsRequired">Whether the parameter is mandatory.</param>
/// <param name="Position">The position from 0; null if the parameter must be named.</param>
/// <param name="DefaultValue">The default value, or <c>None</c>.</param>
/// <param name="PipelineInput"><c>False</c>, or <c>True</c> with the kind of binding.</param>
/// <param name="HasWildcards">Whether wildcards are allowed.</param>
/// <param name="IsHidden">Whether syntax and completion leave the parameter out.</param>
public sealed record ParameterFacts(
    string Name,
    IReadOnlyList<TextBlock> Text,
    string Type,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> AcceptedValues,
    bool IsRequired,
    int? Position,
    string DefaultValue,
    string PipelineInput,
    bool HasWildcards,
    bool IsHidden)
{
    /// <summary>Whether the parameter is a switch, which has no value.</summary>
    public bool IsSwitch => Type == "SwitchParameter";
}
