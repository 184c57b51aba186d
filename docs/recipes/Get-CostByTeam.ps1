<#
.SYNOPSIS
Tells what the fleet costs by team, where names begin with the team: data-train-01, web-frontend.
.DESCRIPTION
An estimate by the prices of the catalog, storage apart; the most expensive team comes first. Instances whose price is not known
are counted in Unpriced and in no sum.
.PARAMETER Separator
What ends the team in a name.
.EXAMPLE
./Get-CostByTeam.ps1 | Export-Csv -Path teams.csv
#>
[CmdletBinding()]
param(
    [ValidateNotNullOrEmpty()]
    [string] $Separator = '-'
)

$ErrorActionPreference = 'Stop'

Get-NovitaInstance -All | Group-Object { ($_.Name -split [regex]::Escape($Separator))[0] } | ForEach-Object {
    $cost = $_.Group | Measure-NovitaCost
    [pscustomobject] @{
        Team          = $_.Name
        Instances     = $cost.Instances
        Gpus          = $cost.Gpus
        PerDay        = $cost.PerDay
        StoragePerDay = $cost.StoragePerDay
        Unpriced      = $cost.Unpriced
    }
} | Sort-Object PerDay -Descending
