namespace Novita.Simulator.Areas.Monitoring;

/// <summary>How busy an instance is at one time.</summary>
/// <param name="Cpu">Percent of one core: 0 to 100 times the number of cores.</param>
/// <param name="Memory">Percent.</param>
/// <param name="RootDisk">Percent.</param>
/// <param name="Gpus">Percent of each GPU; empty for a CPU instance.</param>
public sealed record SimulatedMetrics(double Cpu, double Memory, double RootDisk, params double[] Gpus);
