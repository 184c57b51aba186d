using System.Reflection;
using System.Runtime.Loader;
using Novita.Demo;

namespace Novita.Benchmarks;

/// <summary>Makes this program find the client where the module has it, so that what is measured is what is shipped.</summary>
internal static class ModuleFolder
{
    private static readonly string s_path = Path.Combine(Path.GetDirectoryName(ModuleFile.Path)!, "bin");

    public static void UseClient() => AssemblyLoadContext.Default.Resolving += Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == "Novita.Client" ? context.LoadFromAssemblyPath(Path.Combine(s_path, "Novita.Client.dll")) : null;
}
