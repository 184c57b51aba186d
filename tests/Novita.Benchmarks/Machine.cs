using System.Runtime.InteropServices;

namespace Novita.Benchmarks;

/// <summary>Says what the figures were measured on.</summary>
internal static class Machine
{
    private const long GigaByte = 1024 * 1024 * 1024;

    public static void Write() => Console.WriteLine(
        $"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / GigaByte} GB of memory, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
}
