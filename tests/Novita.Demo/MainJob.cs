namespace Novita.Demo;

/// <summary>What people use the module for, as they would type it.</summary>
public static class MainJob
{
    /// <summary>The commands, each right on its own once connected. <c>$report</c> is the path of a file to write.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        "Get-NovitaInstance -First 5",
        "Get-NovitaInstance -All | Where-Object { $_.GpuNum -ge 8 -and $_.Status -eq 'running' }",
        "Get-NovitaInstance -All | Where-Object { $_.EndTime -and $_.EndTime -lt [datetime]::Now.AddDays(30) }",
        "Get-NovitaInstance -Name train-* -ProductName *4090* -Status running, exited -First 3",
        "Get-NovitaInstance -All | Where-Object EndTime | Sort-Object EndTime | Select-Object -First 5 | Format-Table Name, BillingMode, EndTime",
        "Get-NovitaInstance -All | Group-Object ClusterName -NoElement | Sort-Object Count -Descending",
        "Get-NovitaInstance -All | Export-Csv $report; Get-Content $report -TotalCount 3",
        "Get-NovitaInstance -Name eval-nightly-1* -Status exited | Start-NovitaInstance -PassThru | Wait-NovitaInstance -IntervalSec 1",
        "Get-NovitaInstance -Name train-llama-18 -Exact | Get-NovitaInstance",
        "Get-NovitaSession",
    ];
}
