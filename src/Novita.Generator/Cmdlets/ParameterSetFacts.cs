namespace Novita.Generator.Cmdlets;

/// <summary>One way to call a cmdlet.</summary>
/// <param name="Name">The name of the parameter set.</param>
/// <param name="Parameters">Its parameters in the order of the call, those that every cmdlet has left out.</param>
public sealed record ParameterSetFacts(string Name, IReadOnlyList<ParameterFacts> Parameters);
