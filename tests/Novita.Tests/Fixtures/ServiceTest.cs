using Novita.Simulator;

namespace Novita.Tests.Fixtures;

/// <summary>A test with shells and simulated services that end with it, in an environment without a key.</summary>
public abstract class ServiceTest : IAsyncLifetime
{
    private readonly List<Shell> _shells = [];
    private readonly List<SimulatedService> _services = [];

    protected EnvironmentScope Environment { get; } = new();

    public Task InitializeAsync()
    {
        Environment.Set("NOVITA_API_KEY", null).Set("NOVITA_ENDPOINT", null);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var shell in _shells)
        {
            shell.Dispose();
        }

        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        Environment.Dispose();
    }

    protected async Task<SimulatedService> StartAsync(SimulatorOptions? options = null)
    {
        var service = await SimulatedService.StartAsync(options ?? new SimulatorOptions());
        _services.Add(service);
        return service;
    }

    protected Task<SimulatedService> StartAsync(int instances) => StartAsync(new SimulatorOptions { Instances = instances });

    /// <summary>Starts a service whose fleet is these instances.</summary>
    protected async Task<SimulatedService> StartAsync(params SimulatedInstance[] instances)
    {
        var service = await StartAsync(0);
        service.Fleet.Load(instances);
        return service;
    }

    protected Shell NewShell()
    {
        var shell = new Shell();
        _shells.Add(shell);
        return shell;
    }

    /// <summary>A shell with <c>$endpoint</c> and <c>$key</c> of a service, not connected.</summary>
    protected Shell NewShell(SimulatedService service) => NewShell().With("endpoint", service.Endpoint).With("key", service.ApiKey);

    /// <summary>A shell that is connected to a service, whose log of requests begins after that.</summary>
    protected Shell Connect(SimulatedService service, string parameters = "")
    {
        var shell = NewShell(service);
        shell.Output($"Connect-Novita -Endpoint $endpoint -ApiKey $key {parameters}");
        service.Requests.Clear();
        return shell;
    }

    /// <summary>A shell that is connected to a service and has seen all of its fleet.</summary>
    protected Shell ConnectAndSee(SimulatedService service)
    {
        var shell = Connect(service);
        shell.Output("$null = Get-NovitaInstance -All");
        return shell;
    }
}
