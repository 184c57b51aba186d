namespace Novita.Simulator;

/// <summary>A tool that an instance was created with.</summary>
public sealed record SimulatedTool(string Name, int Port, string Type);
