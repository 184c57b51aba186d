namespace Novita.Simulator.Areas.Templates;

/// <summary>A tool of a template.</summary>
public sealed record SimulatedTemplateTool(string Name, string Describe, int Port, string Type);
