namespace Novita.Simulator;

/// <summary>One element of <c>portMappings</c>.</summary>
public sealed record SimulatedPort(int Port, string Type);
