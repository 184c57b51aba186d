<#
.SYNOPSIS
Writes what a month cost to a CSV file for accounting.
.DESCRIPTION
The key comes from $env:NOVITA_API_KEY. The month is a month in UTC, as the invoices have it. The file appears only when the lines add up to
the service's own total of the month; otherwise the script ends with the error TotalsDiffer, and an older file stays as it is.
.PARAMETER Path
The file. It is replaced.
.PARAMETER Month
The month, such as 2026-10. Without it: the last month.
.EXAMPLE
./Export-MonthlyCost.ps1 -Path cost.csv -Month 2026-10
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string] $Month
)

$ErrorActionPreference = 'Stop'

$period = if ($Month) { @{ Month = $Month } } else { @{} }
$part = "$Path.part"
try {
    Get-NovitaCostReport @period | Export-Csv -LiteralPath $part -NoTypeInformation -Encoding utf8
    Move-Item -LiteralPath $part -Destination $Path -Force
} finally {
    Remove-Item -LiteralPath $part -ErrorAction Ignore
}
