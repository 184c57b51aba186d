using Novita.Demo.Hosting;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What other people typed, or a service sends, is never obeyed by a terminal, whichever way it gets there.</summary>
public sealed class TerminalTests : ServiceTest
{
    private const string Odd = "\u001b[31mred\u0007\u202e\u200bname";

    public static TheoryData<string> Scripts =>
    [
        "Get-NovitaInstance | Get-NovitaInstance",
        "Get-NovitaInstance -All -Verbose -Debug | Get-NovitaInstance -Verbose -Debug",
        "Get-NovitaInstance -Id \"$odd!\"",
        "$ErrorView = 'NormalView'; Get-NovitaInstance -Id \"$odd!\"",
        "$ErrorView = 'NormalView'; Get-NovitaInstance -Name $odd, none -Exact -Status none",
        "Get-NovitaInstance -Name \"$odd!\" -Exact -ErrorAction SilentlyContinue; $Error[0].CategoryInfo",
        "Get-NovitaInstance -Name \"a`u{202e}b\" -Debug",
        "Connect-Novita -Endpoint \"$($endpoint)a%E2%80%AEb\" -ApiKey $key -Name $odd -SkipValidation -Verbose",
        "Get-NovitaInstance | Stop-NovitaInstance -WhatIf",
        "Get-NovitaInstance | Restart-NovitaInstance -Verbose -PassThru",
        "Stop-NovitaInstance -Name $odd -Verbose",
        "Stop-NovitaInstance -Name \"$odd!\"",
        "Stop-NovitaInstance -Name twin",
        "$ErrorView = 'NormalView'; Set-NovitaInstance -Name twin -AllowMultiple -RootfsSize 10",
        "Stop-NovitaInstance \"$odd!\"",
        "$ErrorView = 'NormalView'; Get-NovitaInstance | Set-NovitaInstance -RootfsSize 10",
        "Get-NovitaInstance | Update-NovitaInstance -Command $odd -KeepData -WhatIf",
        "New-NovitaInstance -Name $odd -ProductId $odd -GpuNum 1 -RootfsSize 60 -ImageUrl $odd -WhatIf",
        "New-NovitaInstance -Name $odd -ProductId $odd -GpuNum 1 -RootfsSize 60 -ImageUrl $odd -Confirm:$false",
        "New-NovitaInstance -Name x -ProductId x -GpuNum 1 -RootfsSize 60 -ImageUrl x -BillingMode $odd -Month 1",
        "Get-NovitaInstance | Wait-NovitaInstance -Status $odd, running -TimeoutSec 20",
        "Watch-NovitaInstance -TimeoutSec 60",
        "Get-NovitaInstance -Session $odd",
    ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_terminal_is_shown_no_character_that_it_obeys(string script)
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fleet.Load([Instance with { Status = "exited" }, Instance with { Id = $"2{Odd}", Name = "twin" }, Instance with { Id = $"3{Odd}", Name = "twin" }]);
        service.Fleet.At(TimeSpan.FromSeconds(15), fleet => fleet.Update(Odd, instance => instance with { Status = Odd, Command = Odd + "2", ImageUrl = Odd + "2", PortMappings = [new(2, Odd)] }));
        await using var output = new StringWriter();
        using var engine = NewEngine(new TextHost(output, 200, colour: false));
        engine.SetVariable("endpoint", service.Endpoint);
        engine.SetVariable("key", service.ApiKey);
        engine.SetVariable("odd", Odd);
        engine.Run("Connect-Novita -Endpoint $endpoint -ApiKey $key");

        engine.Run(script);

        var shown = output.ToString();
        Assert.True(shown.Contains("`u{", StringComparison.Ordinal) || shown.Contains("%E2%80%AE", StringComparison.Ordinal), shown);
        Assert.DoesNotContain(shown, character => character is not ('\n' or '\r') && (char.IsControl(character) || character is '\u202e' or '\u200b'));
    }

    private static SimulatedInstance Instance => new()
    {
        Id = Odd,
        Name = Odd,
        ClusterId = Odd,
        ClusterName = Odd,
        ProductId = Odd,
        ProductName = Odd,
        ImageUrl = Odd,
        ImageAuthId = Odd,
        Command = Odd,
        Entrypoint = Odd,
        Kind = Odd,
        BillingMode = Odd,
        SpotStatus = Odd,
        Extra = new SimulatedInstance().Extra.Add("jobs", System.Text.Json.Nodes.JsonNode.Parse($$"""[{"Id":"{{"\\u001b[31m\\u0007\\u202e"}}"}]""")),
        NetworkId = Odd,
        PortMappings = [new(1, Odd)],
        VolumeMounts = [new(Odd, 1, Odd, Odd)],
        StatusError = new(Odd, Odd),
        Envs = [new(Odd, "x")],
    };
}
