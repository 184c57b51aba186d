using System.Reflection;

namespace Novita;

/// <summary>
/// Finds in <c>dependencies/</c> what Windows PowerShell 5.1 lacks, only for requests of our own assemblies and of those in that folder.
/// </summary>
/// <remarks>
/// The parts of .NET there name each other by versions that differ from what lies there, so the simple name decides.
/// Nothing of PowerShell is named here: a program without it can use this.
/// </remarks>
internal static class DependencyResolver
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(DependencyResolver).Assembly.Location)!;

    public static void Start() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Stop() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        // A dynamic assembly has no location, and its property throws. A request without an assembly may be ours.
        if (request.RequestingAssembly is { } asker
            && (asker.IsDynamic || !asker.Location.StartsWith(s_folder + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        // A name may be a path, which would lead out of the folder.
        var name = new AssemblyName(request.Name).Name;
        var file = Path.Combine(s_folder, "dependencies", name + ".dll");
        return name == Path.GetFileName(name) && File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
