using Novita.Help.Pages;

namespace Novita.Help.Cmdlets;

/// <summary>What the engine knows of a cmdlet, in the words of the schema.</summary>
/// <param name="Name">The cmdlet.</param>
/// <param name="Syntax">The ways to call it, the default one first.</param>
/// <param name="Parameters">Its parameters by name, those that every cmdlet has left out.</param>
/// <param name="Inputs">The full names of the types that it takes from the pipeline.</param>
/// <param name="Outputs">The full names of the types that it writes.</param>
public sealed record CmdletFacts(
    string Name,
    IReadOnlyList<SyntaxSet> Syntax,
    IReadOnlyDictionary<string, IReadOnlyList<ParameterFacts>> Parameters,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs);
