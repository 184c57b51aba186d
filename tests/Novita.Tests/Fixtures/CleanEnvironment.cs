using System.Runtime.CompilerServices;

namespace Novita.Tests.Fixtures;

/// <summary>No key of the machine's reaches a test.</summary>
internal static class CleanEnvironment
{
    [ModuleInitializer]
    internal static void Clear() => new EnvironmentScope().Set("NOVITA_API_KEY", null).Set("NOVITA_ENDPOINT", null);
}
