using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Novita.Demo;

namespace Novita.Help.Cmdlets;

/// <summary>The cmdlets of the module that this checkout built.</summary>
public static class ModuleCmdlets
{
    /// <summary>Imports the module into the engine and reads every cmdlet, by name.</summary>
    /// <exception cref="RuntimeException">The module could not be imported.</exception>
    public static IReadOnlyList<CmdletFacts> Read()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(ModuleFile.Path);
        state.ThrowOnRunspaceOpenError = true;
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Get-Command").AddParameter("Module", "Novita").AddParameter("CommandType", CommandTypes.Cmdlet);
        return [.. shell.Invoke<CmdletInfo>().OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal).Select(CmdletReader.Read)];
    }
}
