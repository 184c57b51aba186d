namespace Novita.Tests.Packaging;

/// <summary>A test that needs .NET Framework, or Mono in its place. Where neither is, it is skipped and says so.</summary>
internal sealed class DesktopFactAttribute : FactAttribute
{
    public DesktopFactAttribute()
    {
        if (!OperatingSystem.IsWindows() && Mono is null)
        {
            Skip = "Not run: it needs .NET Framework, or Mono (Debian: mono-devel), and this machine has neither.";
        }
    }

    /// <summary>The program that runs a .NET Framework program on other systems; null where it is missing.</summary>
    public static string? Mono { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "mono"))
        .FirstOrDefault(File.Exists);
}
