using Novita.Benchmarks.Children;
using Novita.Demo;

namespace Novita.Benchmarks.Listing;

/// <summary>One way to list, and how a process that does it is started.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Start">Starts the process, given the service.</param>
internal sealed record Contestant(string Name, Func<Service, ChildProcess> Start)
{
    public static Contestant Ours { get; } = OursRunning("ours, engine", "Get-NovitaInstance -All | Out-Null");

    /// <summary>Into a block that does nothing. Out-Null binds each object to a parameter, which is a quarter of the processor time of the row above.</summary>
    public static Contestant OursIntoBlock { get; } = OursRunning("ours, engine, into `& { process { } }`", "Get-NovitaInstance -All | & { process { } }");

    public static Contestant OursPiped { get; } = OursRunning("ours, engine", "Get-NovitaInstance -All | ForEach-Object { }");

    public static Contestant Sequential { get; } = new(
        "bare sequential loop, C#",
        service => ChildProcess.Start(SequentialListing.Role, service.Endpoint, service.Key));

    public static Contestant Parallel { get; } = new(
        "expert's parallel loop, C#",
        service => ChildProcess.Start(ParallelListing.Role, service.Endpoint, service.Key));

    public static Contestant OursInPowerShell { get; } = new(
        "ours, pwsh",
        service => ChildProcess.StartScript("Novita.ps1", service.Endpoint, service.Key, ModuleFile.Path));

    public static Contestant InvokeRestMethod { get; } = new(
        "`Invoke-RestMethod` loop, pwsh",
        service => ChildProcess.StartScript("InvokeRestMethod.ps1", service.Endpoint, service.Key));

    /// <summary>The module in the bare engine.</summary>
    private static Contestant OursRunning(string name, string script) => new(
        name,
        service => ChildProcess.Start(ModuleListing.Role, service.Endpoint, service.Key, script));
}
