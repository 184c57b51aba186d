using System.Runtime.InteropServices;

namespace Novita.Simulator;

internal static class Program
{
    private const int Failed = 1;
    private const int WrongOption = 2;

    private static async Task<int> Main(string[] args)
    {
        SimulatorOptions options;

        try
        {
            var line = new CommandLine(args);

            if (line.WantsHelp)
            {
                Console.WriteLine(CommandLine.Help);
                return 0;
            }

            options = line.ToOptions();
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return WrongOption;
        }

        try
        {
            await RunAsync(options);
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    private static async Task RunAsync(SimulatorOptions options)
    {
        var stopped = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        await using var service = await SimulatedService.StartAsync(options);
        using var account = new ExampleAccount(service);
        var address = service.Endpoint.AbsoluteUri.TrimEnd('/');
        Console.WriteLine($"{service.Fleet.Count} instances at {address}, key {service.ApiKey}. Ctrl+C stops it.");
        Console.WriteLine($"Connect-Novita -Endpoint {address} -ApiKey {service.ApiKey}");
        await stopped.Task;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }
}
