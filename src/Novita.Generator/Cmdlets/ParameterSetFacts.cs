namespace Novita.Generator.Cmdlets;

/// <summary>The facts about a parameter set.</summary>
/// <param name="Name">The name of the parameter set.</param>
/// <param name="Parameters">The parameters in the order of a call, without common parameters.</param>
public sealed record ParameterSetFacts(string Name, IReadOnlyList<ParameterFacts> Parameters);
