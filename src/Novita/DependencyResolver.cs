using System.Reflection;

namespace Novita;

/// <summary>
/// Loads from <c>dependencies/</c> the assemblies that Windows PowerShell 5.1 lacks, and only for this module and those assemblies.
/// </summary>
/// <remarks>
/// The assemblies in the folder refer to each other with other version numbers than the files have, so only the simple name is compared.
/// This class refers to no type of PowerShell: a program without PowerShell can use it.
/// </remarks>
internal static class DependencyResolver
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(DependencyResolver).Assembly.Location)!;

    public static void Start() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Stop() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        // A request without an assembly may be for this module.
        if (request.RequestingAssembly is { } requester && !IsInFolder(requester))
        {
            return null;
        }

        // A name that is a path would lead out of the folder.
        var name = new AssemblyName(request.Name).Name;
        var file = Path.Combine(s_folder, "dependencies", name + ".dll");
        return name == Path.GetFileName(name) && File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }

    // Location throws for a dynamic assembly.
    private static bool IsInFolder(Assembly assembly) =>
        !assembly.IsDynamic && assembly.Location.StartsWith(s_folder + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);
}
