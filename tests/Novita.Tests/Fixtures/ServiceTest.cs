using System.Management.Automation;
using System.Management.Automation.Host;
using Novita.Demo;
using Novita.Simulator;

namespace Novita.Tests.Fixtures;

/// <summary>A test with shells and simulated services that end with it.</summary>
public abstract class ServiceTest : IAsyncLifetime
{
    private readonly List<Shell> _shells = [];
    private readonly List<SimulatedService> _services = [];
    private FastTime? _time;

    /// <summary>For tests of the <see cref="ProcessWide"/> alone: it is everyone's.</summary>
    protected EnvironmentScope Environment { get; } = new();

    public Task InitializeAsync()
    {
        // A script of the test may set them too.
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

    /// <summary>Starts a service that goes by the time of this test, whose fleet is these instances.</summary>
    protected async Task<SimulatedService> StartInFastTimeAsync(params SimulatedInstance[] instances)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = (_time ?? UseFastTime()).Provider });
        service.Fleet.Load(instances);
        return service;
    }

    /// <summary>Makes time in which nobody waits, for every session that the shells of this test make from now on.</summary>
    protected FastTime UseFastTime(DateTimeOffset? start = null)
    {
        _time = new FastTime(start);
        _shells.ForEach(shell => shell.With(_time));
        return _time;
    }

    protected Shell NewShell(PSHost? host = null)
    {
        var shell = new Shell(host);
        _shells.Add(shell);
        return _time is { } time ? shell.With(time) : shell;
    }

    /// <summary>An engine that shows its output through a host.</summary>
    protected Engine NewEngine(PSHost host)
    {
        var engine = new Engine(host);
        _time?.Use(engine.Runspace);
        return engine;
    }

    /// <summary>A shell with <c>$endpoint</c> and <c>$key</c> of a service, not connected.</summary>
    protected Shell NewShell(SimulatedService service) => NewShell().With("endpoint", service.Endpoint).With("key", service.ApiKey);

    /// <summary>A shell that is connected to a service, whose log of requests begins after that.</summary>
    protected Shell Connect(SimulatedService service, string parameters = "") => Connect(NewShell(), service, parameters);

    /// <summary>A shell with a host that is connected to a service.</summary>
    protected Shell Connect(SimulatedService service, PSHost host) => Connect(NewShell(host), service, "");

    /// <summary>A shell that is connected to two services by the names <c>one</c> and <c>two</c>; the second is the current one.</summary>
    protected Shell ConnectBoth(SimulatedService one, SimulatedService two, string parameters = "") =>
        Connect(Connect(one, $"-Name one {parameters}"), two, $"-Name two {parameters}");

    /// <summary>A shell that is connected to a service and has seen all of its fleet.</summary>
    protected Shell ConnectAndSee(SimulatedService service)
    {
        var shell = Connect(service);
        shell.Output("$null = Get-NovitaInstance -All");
        return shell;
    }

    /// <summary>The value of a property, as PowerShell sees it.</summary>
    protected static object? Value(PSObject item, string property) => item.Properties[property].Value;

    private static Shell Connect(Shell shell, SimulatedService service, string parameters)
    {
        shell.With("endpoint", service.Endpoint).With("key", service.ApiKey);
        shell.Output($"Connect-Novita -Endpoint $endpoint -ApiKey $key {parameters}");
        service.Requests.Clear();
        return shell;
    }
}
