using System.Management.Automation;
using Novita.Demo;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

[Collection(ProcessWide.Name)]
public sealed class ModuleTests : ServiceTest
{
    private static string Root => Path.GetDirectoryName(ModuleFile.Path)!;

    [Fact]
    public void The_module_exports_its_cmdlets_and_nothing_else()
    {
        var module = NewShell().Output("Get-Module Novita").Single();

        Assert.Equal(
            ModuleHelp.Cmdlets.Keys.Order(StringComparer.Ordinal),
            ((PSModuleInfo)module.BaseObject).ExportedCommands.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_module_can_be_removed_and_imported_again()
    {
        var shell = NewShell().With("manifest", ModuleFile.Path);

        shell.Output("Remove-Module Novita; Import-Module $manifest; Import-Module $manifest -Force");

        Assert.Single(shell.Output("Get-Command Get-NovitaInstance"));
    }

    [Fact]
    public async Task No_assembly_of_others_is_loaded_from_its_folder()
    {
        Connect(await StartAsync()).Output("Get-NovitaInstance -All | Out-Null");

        var loaded = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.Location.StartsWith(Path.Combine(Root, "bin"), StringComparison.Ordinal))
            .Select(assembly => assembly.GetName().Name);
        Assert.Equal(["Novita", "Novita.Client"], loaded.Order(StringComparer.Ordinal).Distinct());
    }

    [Fact]
    public void Its_version_is_the_one_of_the_build()
    {
        var manifest = NewShell().Output("(Get-Module Novita).Version").Single().ToString();

        Assert.Equal(manifest, System.Reflection.AssemblyName.GetAssemblyName(Path.Combine(Root, "bin", "Novita.dll")).Version!.ToString(3));
    }

    [Theory]
    [InlineData("Get-NovitaInstance -Status ru", "running")]
    [InlineData("Get-NovitaInstance -Status TOS", "toStart,toStop")]
    [InlineData("Get-NovitaInstance -Session de", "default")]
    [InlineData("Disconnect-Novita -Session 'de", "default")]
    public async Task Tab_completes(string line, string expected)
    {
        var shell = Connect(await StartAsync(1)).With("line", line);

        var texts = shell.Output("[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches.CompletionText");

        Assert.Equal(expected.Split(','), texts.Select(text => text.ToString()));
    }

    [Fact]
    public async Task The_demos_commands_all_work()
    {
        var time = UseFastTime();
        var report = Path.GetTempFileName();
        try
        {
            var shell = Connect(await StartAsync(MainJob.Service with { TimeProvider = time.Provider })).With("report", report);

            // What -WhatIf shows goes to the host.
            Assert.All(MainJob.Commands, command => Assert.Equal(command.EndsWith("-WhatIf", StringComparison.Ordinal), shell.Output(command).Length == 0));
        }
        finally
        {
            File.Delete(report);
        }
    }
}
