using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Novita.Demo;

namespace Novita.Tests.Fixtures;

/// <summary>Lets the tests reach into the module: what they compile against is, at run time, the copy that the module itself loads.</summary>
internal static class ModuleAssemblies
{
    [ModuleInitializer]
    internal static void UseThoseOfTheModule() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name is "Novita" or "Novita.Client"
            ? context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(ModuleFile.Path)!, "bin", $"{name.Name}.dll"))
            : null;
}
