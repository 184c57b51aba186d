namespace Novita.Simulator.Areas.Templates;

/// <summary>A tool of a template.</summary>
/// <param name="Name">Such as <c>Jupyter</c>.</param>
/// <param name="Describe">What it does.</param>
/// <param name="Port">A number here.</param>
/// <param name="Type"><c>http</c> or <c>tcp</c>.</param>
public sealed record SimulatedTemplateTool(string Name, string Describe, int Port, string Type);
