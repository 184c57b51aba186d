namespace Novita.Benchmarks.Children;

/// <summary>PowerShell itself, where this machine has it.</summary>
internal static class PowerShellProgram
{
    /// <summary>Its path; null where there is none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
        .FirstOrDefault(File.Exists);
}
