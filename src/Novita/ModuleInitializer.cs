using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Novita;

/// <summary>What happens when the module is imported and removed. PowerShell finds this type by its interfaces.</summary>
/// <remarks>
/// PowerShell 7 has System.Text.Json in the box, and nothing is done there. Windows PowerShell 5.1 has none: there our copy is
/// found in <c>dependencies/</c>, for requests of our own assemblies only, so that no other module ever gets it by accident.
/// </remarks>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const int OldestRuntime = 8;

    private static readonly string s_folder = Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!;
    private static readonly string s_dependencies = Path.Combine(s_folder, "dependencies");

    private static bool IsDesktop => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="PSNotSupportedException">This PowerShell is too old.</exception>
    public void OnImport()
    {
        if (IsDesktop)
        {
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
        else if (Environment.Version.Major < OldestRuntime)
        {
            throw new PSNotSupportedException("Novita needs PowerShell 7.4 or later, or Windows PowerShell 5.1.");
        }
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (IsDesktop)
        {
            AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
        }
    }

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        // A dynamic assembly has no location, and asking for it throws. Where nobody is named it may be ours.
        if (request.RequestingAssembly is { } asker
            && (asker.IsDynamic || !asker.Location.StartsWith(s_folder + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var file = Path.Combine(s_dependencies, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
