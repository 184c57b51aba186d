using System.Management.Automation;
using Novita.Demo;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

[Collection(ProcessWide.Name)]
public sealed class ModuleTests : ServiceTest
{
    [Fact]
    public void The_module_exports_its_cmdlets_and_nothing_else()
    {
        var module = NewShell().Output("Get-Module Novita").Single();

        Assert.Equal(
            ModuleHelp.Cmdlets.Keys.Order(StringComparer.Ordinal),
            ((PSModuleInfo)module.BaseObject).ExportedCommands.Keys.Order(StringComparer.Ordinal));
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
