namespace Novita.Generator.Cmdlets;

/// <summary>What the code says of a cmdlet.</summary>
/// <param name="Name">The cmdlet.</param>
/// <param name="Sets">The ways to call it, the default one first.</param>
/// <param name="Inputs">The types that it takes from the pipeline.</param>
/// <param name="Outputs">The types that it writes.</param>
public sealed record CmdletFacts(
    string Name,
    IReadOnlyList<ParameterSetFacts> Sets,
    IReadOnlyList<TypeHelp> Inputs,
    IReadOnlyList<TypeHelp> Outputs)
{
    /// <summary>Every parameter once, by name, as it is in the first set that has it.</summary>
    public IReadOnlyList<ParameterFacts> Parameters { get; } =
        [.. Sets.SelectMany(set => set.Parameters).DistinctBy(parameter => parameter.Name)
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)];
}
