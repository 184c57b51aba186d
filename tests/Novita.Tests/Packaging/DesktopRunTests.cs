using Novita.Tests.Fixtures;

namespace Novita.Tests.Packaging;

/// <summary>The package's client on .NET Framework itself, or on Mono in its place.</summary>
public sealed class DesktopRunTests : ServiceTest
{
    [DesktopFact]
    public async Task The_module_shows_its_types_without_the_resolver_and_lists_with_it()
    {
        var service = await StartAsync(250);
        var powerShell = Path.Combine(ModulePackage.Metadata("PowerShellStandard"), "System.Management.Automation.dll");
        string[] arguments = [ModulePackage.Metadata("DesktopProgram"), ModulePackage.Bin, powerShell, service.Endpoint.ToString(), service.ApiKey];

        var run = OperatingSystem.IsWindows()
            ? await Child.RunAsync(arguments[0], arguments[1..])
            : await Child.RunAsync(DesktopFactAttribute.Mono!, arguments);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("types: Novita, Novita.Client", run.Lines[0]);
        Assert.Matches("^250 instances: Microsoft.Bcl.AsyncInterfaces, Novita, Novita.Client, .*System.Text.Json", run.Lines[1]);
    }
}
