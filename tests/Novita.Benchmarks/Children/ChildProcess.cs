using System.Diagnostics;

namespace Novita.Benchmarks.Children;

/// <summary>A process that answers each line it is sent with a line, and ends with its input.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private ChildProcess(string program, IEnumerable<string> arguments) =>
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Starts this program again, as one of its own children.</summary>
    public static ChildProcess Start(string role, params IEnumerable<string> arguments) => new(Environment.ProcessPath!, [role, .. arguments]);

    /// <summary>Starts a script in PowerShell.</summary>
    public static ChildProcess StartScript(string script, params IEnumerable<string> arguments) =>
        new(PowerShellProgram.Path!, ["-NoLogo", "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Scripts", script), .. arguments]);

    public string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        return Read();
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="InvalidOperationException">The process ended instead; it has said why on standard error.</exception>
    public string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("A measured process ended early.");

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(s_patience))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
