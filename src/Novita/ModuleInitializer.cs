using System.Management.Automation;
using System.Runtime.InteropServices;

namespace Novita;

/// <summary>Runs when the module is imported or removed. PowerShell finds this type by its interfaces.</summary>
/// <remarks>
/// PowerShell 7 includes System.Text.Json. Windows PowerShell 5.1 does not: there <see cref="DependencyResolver"/> loads the module's copy
/// for this module alone, so that no other module gets that copy by accident.
/// </remarks>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const int MinRuntime = 8;

    private static bool IsDesktop => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="PSNotSupportedException">The version of PowerShell is too old.</exception>
    public void OnImport()
    {
        if (IsDesktop)
        {
            DependencyResolver.Start();
        }
        else if (Environment.Version.Major < MinRuntime)
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
