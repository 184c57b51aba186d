using Novita.Generator.Pages;

namespace Novita.Generator.Cmdlets;

/// <summary>What the engine knows of a parameter in one parameter set, and what its doc comment says.</summary>
/// <param name="Name">The name without its dash.</param>
/// <param name="Text">The summary of its doc comment.</param>
/// <param name="Type">The short name of the type; of a nullable type, that of its values.</param>
/// <param name="Aliases">Other names of the parameter.</param>
/// <param name="AcceptedValues">The only values that it takes; empty where that is not limited.</param>
/// <param name="IsRequired">Whether a call must have it.</param>
/// <param name="Position">Its position, from 0; null where it must be named.</param>
/// <param name="DefaultValue">What it is without being given, or <c>None</c>.</param>
/// <param name="PipelineInput"><c>False</c>, or <c>True</c> with how.</param>
/// <param name="HasWildcards">Whether wildcards mean something in it.</param>
/// <param name="IsHidden">Whether syntax and completion leave it out.</param>
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
    /// <summary>Whether it is a switch, which is given without a value.</summary>
    public bool IsSwitch => Type == "SwitchParameter";
}
