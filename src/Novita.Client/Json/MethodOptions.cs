using System.Runtime.CompilerServices;

namespace Novita.Client.Json;

/// <summary>Compiler options for the methods that run for every field of every row.</summary>
internal static class MethodOptions
{
    /// <summary>
    /// Full optimisation at the first call: most lists end before tiered compilation optimises. (The enumeration of netstandard2.0 lacks
    /// this member.)
    /// </summary>
    public const MethodImplOptions AggressiveOptimization = (MethodImplOptions)512;
}
