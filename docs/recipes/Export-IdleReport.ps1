<#
.SYNOPSIS
Writes the instances whose GPUs have done nothing for a while as CSV, for a nightly job.
.DESCRIPTION
The file is written whole or not at all. An instance whose metrics could not be read ends the script, so that no report is short
without a word.
.PARAMETER Path
The file.
.PARAMETER Window
How long the GPUs must have been idle.
.PARAMETER GpuBelow
The limit in percent.
.EXAMPLE
./Export-IdleReport.ps1 -Path idle.csv -Window 12:00:00
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [timespan] $Window = '08:00:00',

    [double] $GpuBelow = 5
)

$ErrorActionPreference = 'Stop'

$part = "$Path.part"
$idle = @(Find-NovitaIdleInstance -Window $Window -GpuBelow $GpuBelow)
$idle |
    Select-Object Id, Name, Gpu, Points, @{ Name = 'Since'; Expression = { $_.Since.ToString('yyyy-MM-ddTHH:mm:sszzz') } }, PerHour |
    ConvertTo-Csv -NoTypeInformation | Set-Content -LiteralPath $part -Encoding utf8
Move-Item -LiteralPath $part -Destination $Path -Force
