using Novita.Tests.Fixtures;

namespace Novita.Tests.Packaging;

/// <summary>The package's client on .NET Framework itself, or on Mono in its place.</summary>
public sealed class DesktopRunTests : ServiceTest
{
    [DesktopFact]
    public async Task The_client_lists_with_what_the_resolver_finds()
    {
        var service = await StartAsync(250);
        string[] arguments = [ModulePackage.Metadata("DesktopProgram"), ModulePackage.Bin, service.Endpoint.ToString(), service.ApiKey];

        var run = OperatingSystem.IsWindows()
            ? await Child.RunAsync(arguments[0], arguments[1..])
            : await Child.RunAsync(DesktopFactAttribute.Mono!, arguments);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("250 instances", run.Lines[0]);
        Assert.Contains("dependencies/System.Text.Json.dll", run.Lines);
        Assert.Contains("dependencies/System.Runtime.CompilerServices.Unsafe.dll", run.Lines);
    }
}
