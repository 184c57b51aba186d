using Novita.Simulator;

namespace Novita.Demo;

/// <summary>What people use the module for, from the first list to the bill, as they would type it.</summary>
public static class MainJob
{
    private const int Speed = 50;

    /// <summary>A service that has what the commands need, and is quick enough to watch.</summary>
    public static SimulatorOptions Service { get; } = new()
    {
        Lifecycle = new Lifecycle().Faster(Speed),
        Monitoring = new() { ServesLogs = true },
    };

    /// <summary>The commands, to be run in this order once connected. <c>$report</c> is the path of a file to write.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        // List and filter.
        "Get-NovitaInstance -First 5",
        "Get-NovitaInstance -Name train-* -ProductName *4090* -Status running, exited -First 3",
        "Get-NovitaInstance -All | Where-Object { $_.GpuNum -ge 8 -and $_.Status -eq 'running' } | Format-Table Name, ProductName, EndTime",
        "Get-NovitaInstance -All | Group-Object ClusterName -NoElement | Sort-Object Count -Descending",
        "Get-NovitaInstance -All | Export-Csv $report; Get-Content $report -TotalCount 3",

        // Find a machine, and create an instance from a template.
        "Get-NovitaProduct -Name *4090* -Available | Sort-Object Price | Select-Object -First 3",
        "$template = New-NovitaTemplate -Name demo -ImageUrl pytorch:2.9 -RootfsSize 60 -Port 22/tcp, 8888/http; $template",
        "New-NovitaInstance -Name demo-1 -Template $template -ProductId 4090.16c62g -GpuNum 1 -WhatIf",
        "New-NovitaInstance -Name demo-1 -Template $template -ProductId 4090.16c62g -GpuNum 1 -Confirm:$false -Wait -IntervalSec 1",

        // Look inside.
        "Get-NovitaInstanceLog -Name demo-1 -Tail 3",
        "Get-NovitaInstance -Name train-* -Status running | Get-NovitaInstanceMetric -Latest | Select-Object -First 5",

        // Stop it, and account for it.
        "Stop-NovitaInstance -Name demo-1 -Wait -IntervalSec 1 -PassThru",
        "Measure-NovitaCost -GroupBy ProductName | Sort-Object PerHour -Descending | Select-Object -First 5",
        "Get-NovitaCostReport -GroupBy Category",
        "Get-NovitaDeadline -Days 30 | Select-Object -First 5",
        "Get-NovitaSession",
    ];
}
