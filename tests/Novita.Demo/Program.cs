using Novita.Demo;
using Novita.Demo.Hosting;
using Novita.Simulator;

const int NarrowestScreen = 80;

if (args.Contains("--help"))
{
    Console.WriteLine("""
        Runs the Novita module in PowerShell's engine.

          dotnet run --project tests/Novita.Demo                     the whole job, against a simulated service
          dotnet run --project tests/Novita.Demo -- '<script>'       your own script, against a simulated service
          dotnet run --project tests/Novita.Demo -- --live '<script>'  the real service, with $env:NOVITA_API_KEY
          dotnet run --project tests/Novita.Demo -- --alone '<script>' no service at all

        Nobody is asked: what would ask needs -Confirm:$false or -WhatIf. With --module <file> the module is imported from another manifest, such as the package's: out/Novita/<version>/Novita.psd1.
        """);
    return 0;
}

var words = args.ToList();
var live = words.Remove("--live");
var alone = words.Remove("--alone");
string? manifest = null;
if (words.IndexOf("--module") is >= 0 and var option && option + 1 < words.Count)
{
    manifest = words[option + 1];
    words.RemoveRange(option, 2);
}

var script = string.Join(' ', words);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var width = Console.IsOutputRedirected ? 120 : Math.Max(NarrowestScreen, Console.WindowWidth);
var colour = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
using var engine = new Engine(new TextHost(Console.Out, width, colour), manifest);
await using var service = live || alone ? null : await SimulatedService.StartAsync(MainJob.Service);
using var account = service is null ? null : new ExampleAccount(service);
if (service is not null)
{
    engine.SetVariable("endpoint", service.Endpoint);
    engine.SetVariable("key", service.ApiKey);
    Console.WriteLine($"A simulated service with {service.Fleet.Count} instances; $endpoint and $key lead to it.");
    engine.SetVariable("report", Path.Combine(Path.GetTempPath(), "novita-fleet.csv"));
}

var connect = live ? "Connect-Novita" : "Connect-Novita -Endpoint $endpoint -ApiKey $key";
string[] commands = alone ? [script] : script.Length > 0 ? [connect, script] : [connect, .. MainJob.Commands];
var worked = true;
foreach (var command in commands.TakeWhile(_ => !stop.IsCancellationRequested))
{
    Console.WriteLine();
    Console.WriteLine($"PS> {command}");
    worked &= engine.Run(command, stop.Token);
}

return worked ? 0 : 1;
