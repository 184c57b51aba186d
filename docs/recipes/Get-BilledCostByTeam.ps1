<#
.SYNOPSIS
Adds up what a month cost by team, where an instance's name begins with its team.
.DESCRIPTION
The team is the name up to the first separator: "train-llama-18" is of the team "train". Instances that are gone have no name any more and
stand under "(gone)"; storage and the rest stand under their category in brackets.
.PARAMETER Month
The month, such as 2026-10. Without it: the last month.
.PARAMETER Separator
What ends the team's name.
.EXAMPLE
./Get-BilledCostByTeam.ps1 -Month 2026-10 | Format-Table
#>
[CmdletBinding()]
param(
    [string] $Month,

    [string] $Separator = '-'
)

$period = if ($Month) { @{ Month = $Month } } else { @{} }
Get-NovitaCostReport @period -ErrorAction Stop |
    Group-Object {
        if ($_.Name) { $_.Name.Split([string[]] $Separator, 'None')[0] } elseif ($_.Exists -eq $false) { '(gone)' } else { "($($_.Category))" }
    } |
    ForEach-Object {
        # Summed as decimals: Measure-Object would make doubles of them.
        $amount = $hours = [decimal] 0
        foreach ($line in $_.Group) {
            $amount += $line.Amount
            $hours += [decimal] $line.GpuHours
        }

        [pscustomobject] @{ Team = $_.Name; Amount = $amount; GpuHours = $hours; Instances = $_.Count }
    } |
    Sort-Object Amount -Descending
