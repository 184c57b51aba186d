namespace Novita.Simulator;

/// <summary>A tool that an instance was created with.</summary>
/// <param name="Name">Such as <c>Jupyter</c>.</param>
/// <param name="Port">The port inside the instance.</param>
/// <param name="Type"><c>http</c> or <c>tcp</c>.</param>
public sealed record SimulatedTool(string Name, int Port, string Type);
