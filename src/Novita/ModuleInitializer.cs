using System.Management.Automation;
using System.Runtime.InteropServices;

namespace Novita;

/// <summary>What happens when the module is imported and removed. PowerShell finds this type by its interfaces.</summary>
/// <remarks>
/// PowerShell 7 includes System.Text.Json, so nothing is done there. Windows PowerShell 5.1 does not: there our copy is
/// found by <see cref="DependencyResolver"/>, so that no other module ever gets it by accident.
/// </remarks>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const int OldestRuntime = 8;

    private static bool IsDesktop => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="PSNotSupportedException">This PowerShell is too old.</exception>
    public void OnImport()
    {
        if (IsDesktop)
        {
            DependencyResolver.Start();
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
            DependencyResolver.Stop();
        }
    }
}
