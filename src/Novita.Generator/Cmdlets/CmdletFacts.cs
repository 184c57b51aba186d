namespace Novita.Generator.Cmdlets;

/// <summary>The facts about a cmdlet that the code holds.</summary>
/// <param name="Name">The name of the cmdlet.</param>
/// <param name="Sets">The parameter sets, the default set first.</param>
/// <param name="Inputs">The types that the cmdlet takes from the pipeline.</param>
/// <param name="Outputs">The types that the cmdlet writes.</param>
public sealed record CmdletFacts(
    string Name,
    IReadOnlyList<ParameterSetFacts> Sets,
    IReadOnlyList<TypeHelp> Inputs,
    IReadOnlyList<TypeHelp> Outputs)
{
    /// <summary>Every parameter once, by name, with the facts of the first set that has the parameter.</summary>
    public IReadOnlyList<ParameterFacts> Parameters { get; } =
    [
        .. Sets.SelectMany(set => set.Parameters)
            .DistinctBy(parameter => parameter.Name)
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal),
    ];
}
