using System.Runtime.CompilerServices;

namespace Novita.Client.Json;

/// <summary>How the methods that run for every field of every row are compiled.</summary>
internal static class MethodOptions
{
    /// <summary>With full optimisation at the first call: most lists are over before the runtime would get round to it. (The netstandard2.0 enumeration does not have this member.)</summary>
    public const MethodImplOptions AggressiveOptimization = (MethodImplOptions)512;
}
