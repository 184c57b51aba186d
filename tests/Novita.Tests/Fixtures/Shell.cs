using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using Novita.Demo;

namespace Novita.Tests.Fixtures;

/// <summary>A runspace of the real engine with the module imported from its manifest.</summary>
public sealed class Shell : IDisposable
{
    public Shell(PSHost? host = null, PSLanguageMode language = PSLanguageMode.FullLanguage)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(ModuleFile.Path);
        state.ThrowOnRunspaceOpenError = true;
        Runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        Runspace.Open();
        Runspace.SessionStateProxy.LanguageMode = language;
    }

    public Runspace Runspace { get; }

    /// <summary>Sets variables for the scripts that follow; secrets are passed in no other way.</summary>
    public Shell With(string name, object? value)
    {
        Runspace.SessionStateProxy.SetVariable(name, value);
        return this;
    }

    /// <summary>Gives the sessions that are made here from now on a clock.</summary>
    public Shell With(FastTime time)
    {
        time.Use(Runspace);
        return this;
    }

    /// <summary>Runs a script and keeps everything it said, a terminating error included.</summary>
    public Run Invoke(string script)
    {
        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        var output = new PSDataCollection<PSObject>();
        ErrorRecord? terminating = null;
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            terminating = error.ErrorRecord;
        }

        return new Run(
            [.. output],
            [.. shell.Streams.Error],
            terminating,
            [.. shell.Streams.Warning.Select(record => record.Message)],
            [.. shell.Streams.Verbose.Select(record => record.Message)],
            [.. shell.Streams.Debug.Select(record => record.Message)],
            [.. shell.Streams.Progress]);
    }

    /// <summary>Runs a script that must say nothing but its output.</summary>
    public PSObject[] Output(string script)
    {
        var run = Invoke(script);
        Assert.Null(run.Terminating);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Warnings);
        return run.Output;
    }

    /// <summary>The output of a script that must say nothing else, as texts.</summary>
    public string[] Texts(string script) => [.. Output(script).Select(item => item.ToString())];

    /// <summary>Completes a command line, whose end is where the cursor is, as the Tab key does.</summary>
    public CompletionResult[] Complete(string line)
    {
        var completion = With("line", line).Output("[Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)").Single();
        return [.. ((CommandCompletion)completion.BaseObject).CompletionMatches];
    }

    public void Dispose() => Runspace.Dispose();
}
