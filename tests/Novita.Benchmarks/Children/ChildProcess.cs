using System.Diagnostics;

namespace Novita.Benchmarks.Children;

/// <summary>A process that answers each line it is sent with a line, and ends with its input.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Process _process;

    private ChildProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
    }

    /// <summary>Starts this program again, as one of its own children.</summary>
    public static ChildProcess Start(string role, params IEnumerable<string> arguments) => new(new ProcessStartInfo(Environment.ProcessPath!, [role, .. arguments]));

    /// <summary>Starts a script in PowerShell.</summary>
    public static ChildProcess StartScript(string script, params IEnumerable<string> arguments) =>
        new(PowerShellProgram.Start(Path.Combine(AppContext.BaseDirectory, "Scripts", script), arguments));

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
