using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

namespace Novita.Demo;

/// <summary>PowerShell's own engine with the module imported, and its output shown by a host.</summary>
public sealed class Engine : IDisposable
{
    /// <summary>Starts an engine.</summary>
    /// <param name="host">Shows the output.</param>
    /// <param name="manifest">The module to import; null for the one that this checkout built.</param>
    /// <exception cref="RuntimeException">The module could not be imported.</exception>
    public Engine(PSHost host, string? manifest = null)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(manifest ?? ModuleFile.Path);
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        Runspace = RunspaceFactory.CreateRunspace(host, state);
        Runspace.Open();
    }

    /// <summary>Where scripts run.</summary>
    public Runspace Runspace { get; }

    /// <summary>Sets a variable that scripts can use.</summary>
    public void SetVariable(string name, object value) => Runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs a script as typed at a prompt: its output, errors included, goes to the host.</summary>
    /// <returns>Whether it ran without an error.</returns>
    public bool Run(string script, CancellationToken cancellationToken = default)
    {
        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(script).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        using var stopping = cancellationToken.Register(shell.Stop);
        try
        {
            shell.Invoke();
            return !shell.HadErrors;
        }
        catch (RuntimeException error)
        {
            using var show = PowerShell.Create(Runspace);
            show.AddCommand("Out-Default").Invoke(new[] { error.ErrorRecord });
            return false;
        }
    }

    /// <summary>Closes the engine.</summary>
    public void Dispose() => Runspace.Dispose();
}
