namespace Novita.Simulator;

/// <summary>One element of <c>portMappings</c>.</summary>
/// <param name="Port">The port inside the instance.</param>
/// <param name="Type"><c>http</c> or <c>tcp</c>.</param>
public sealed record SimulatedPort(int Port, string Type);
