using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Novita.Benchmarks.Importing;

/// <summary>Imports a module into a fresh engine, tells the milliseconds, and names the HTTP and JSON assemblies that this has loaded.</summary>
internal static class ImportOnce
{
    public const string Role = "import";

    private static readonly string[] s_unwanted = ["System.Net.Http", "System.Text.Json"];

    public static void Run(string module)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();

        // The engine's own first command is not the module's fault.
        Invoke(runspace, "Get-Module | Out-Null");
        var before = Loaded();
        var watch = Stopwatch.StartNew();
        Invoke(runspace, $"Import-Module '{module}' -ErrorAction Stop");
        var elapsed = watch.Elapsed;
        var unwanted = Loaded().Except(before).Intersect(s_unwanted);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds} {string.Join(',', unwanted)}"));
    }

    private static void Invoke(Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script).Invoke();
    }

    private static string[] Loaded() => [.. AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!)];
}
