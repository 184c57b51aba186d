using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Novita.Simulator;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Faults;

/// <summary>A service and a shell on which one fault after the other is tried.</summary>
public sealed class FaultBench : ServiceTest
{
    public const int Instances = 45;
    public const int PageSize = 10;
    public const string NewName = "fault";

    /// <summary>What the requests of this bench carry in confidence: texts that need writing differently in JSON, HTML and addresses.</summary>
    private const string RegistryPassword = "p&ss <tag> \"registry-secret\" <é+'>";
    private const string VariableValue = "-----BEGIN-----\n  first-secret\n  \"second-secret\"\n-----END-----\n";

    private SimulatedInstance[] _fleet = [];
    private SimulatedService? _service;
    private Shell? _shell;

    /// <summary>Parts of every secret that this bench has to do with; none may be in anything that is said.</summary>
    public IReadOnlyList<string> Secrets => [_service!.ApiKey, "registry-secret", "first-secret", "second-secret", .. _fleet.SelectMany(instance => instance.Secrets)];

    /// <summary>Runs the command of a place with a fault in its way.</summary>
    internal async Task<Trial> TryAsync(FaultCase row)
    {
        var endsService = row.Fault == FaultTable.Refused || row.Fault == ConnectionFaults.Vanish;
        var (service, shell) = await PrepareAsync(fresh: endsService);
        var time = UseFastTime();
        var connect = $"Connect-Novita -Endpoint $endpoint -ApiKey $key -ThrottleLimit 1 -TimeoutSec {row.Group.TimeoutSec}";
        if (row.Place != Place.Connect)
        {
            shell.Output(connect);
        }

        service.Requests.Clear();
        if (row.Fault == FaultTable.Refused)
        {
            await service.DisposeAsync();
        }

        using var injected = service.Inject(row.Fault, request => IsAt(request, row), row.Group.Times);
        var began = time.Provider.GetUtcNow();
        var watch = Stopwatch.StartNew();
        var run = shell.Invoke($"try {{ {(row.Place == Place.Connect ? connect : Script(row.Place))} -Verbose -Debug }} catch {{ throw }}");
        return new Trial(run, service.Requests.Count, time.Provider.GetUtcNow() - began, watch.Elapsed);
    }

    private async Task<(SimulatedService Service, Shell Shell)> PrepareAsync(bool fresh)
    {
        if (_service is null)
        {
            _service = await StartAsync(Instances);
            _fleet = [.. _service.Fleet.Snapshot().Select((instance, index) => instance with { Status = index == 3 ? "exited" : "running" })];
        }

        var service = fresh ? await StartAsync(0) : _service;
        service.Fleet.Load(_fleet);
        _shell ??= NewShell();
        _shell.With("endpoint", service.Endpoint).With("key", service.ApiKey)
            .With("registry", new System.Management.Automation.PSCredential("someone", new System.Net.NetworkCredential("", RegistryPassword).SecurePassword))
            .With("variables", new System.Collections.Hashtable { ["TOKEN"] = VariableValue });
        return (service, _shell);
    }

    private string Script(Place place) => place switch
    {
        Place.Get => $"Get-NovitaInstance -Id {_fleet[3].Id}",
        Place.Start => $"Start-NovitaInstance -Id {_fleet[3].Id}",
        Place.Create => $"New-NovitaInstance {NewName} -ProductId 4090.16c62g -ImageUrl registry.example/image -GpuNum 1 -RootfsSize 60 -ImageCredential $registry -EnvironmentVariable $variables -Confirm:$false",
        _ => $"Get-NovitaInstance -All -PageSize {PageSize}",
    };

    private static bool IsAt(HttpRequest request, FaultCase row) => row.Place switch
    {
        Place.Get => request.Path.Value!.EndsWith("/gpu/instance", StringComparison.Ordinal),
        Place.Start => request.Path.Value!.EndsWith("/start", StringComparison.Ordinal),
        Place.Create => request.Path.Value!.EndsWith("/create", StringComparison.Ordinal),

        // A refusal of page 0 alone says that the first page is 1.
        Place.FirstPage => request.Query["pageNum"] == "0" || (row.Outcome.Error is not null && request.Query["pageNum"] == "1"),
        Place.MiddlePage => request.Query["pageNum"] == "2",
        Place.LastPage => request.Query["pageNum"] == "4",
        _ => true,
    };
}
