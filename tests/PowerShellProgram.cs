using System.Diagnostics;
using System.Reflection;

namespace Novita;

/// <summary>PowerShell itself, from the package that the build restores.</summary>
internal static class PowerShellProgram
{
    /// <summary>Gives what starts a script, without a profile, without prompts, and without a word to others.</summary>
    public static ProcessStartInfo Start(string script, params IEnumerable<string> arguments) =>
        new("dotnet", [Path, "-NoLogo", "-NoProfile", "-NonInteractive", "-File", script, .. arguments])
        {
            Environment = { ["POWERSHELL_TELEMETRY_OPTOUT"] = "1", ["POWERSHELL_UPDATECHECK"] = "Off" },
        };

    private static string Path { get; } =
        typeof(PowerShellProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "PowerShell").Value!;
}
