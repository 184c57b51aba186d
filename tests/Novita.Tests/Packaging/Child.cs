using System.Diagnostics;

namespace Novita.Tests.Packaging;

/// <summary>A program that ran to its end.</summary>
internal sealed record Child(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The lines of its output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static async Task<Child> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Child(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
