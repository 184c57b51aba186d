using System.Runtime.CompilerServices;

namespace Novita.Client.Json;

/// <summary>How the methods that run for every field of every row are compiled.</summary>
internal static class MethodOptions
{
    /// <summary>
    /// Full optimisation at the first call: most lists end before tiered compilation would get there. (The netstandard2.0 enumeration
    /// lacks this member.)
    /// </summary>
    public const MethodImplOptions AggressiveOptimization = (MethodImplOptions)512;
}
