<#
.SYNOPSIS
Calls a script for each spot instance that is about to be taken back.
.DESCRIPTION
It goes on until it is stopped. What was announced before it began is looked for once at the start, because that is no change
any more.
.PARAMETER Action
What to do. It is given the id, the name and the time that is left; the time is null where the service does not tell it.
.PARAMETER IntervalSec
How often to look.
.PARAMETER TimeoutSec
How long to watch; without it, until it is stopped.
.EXAMPLE
./Watch-SpotNotice.ps1 -Action { param($Id, $Name, $Left) ./checkpoint.ps1 $Id }
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [scriptblock] $Action,

    [int] $IntervalSec = 10,

    [int] $TimeoutSec
)

$watch = @{ IntervalSec = $IntervalSec }
if ($TimeoutSec) { $watch.TimeoutSec = $TimeoutSec }

Get-NovitaInstance -All -ErrorAction Stop | Where-Object SpotStatus -eq notified | ForEach-Object {
    & $Action $_.Id $_.Name $(if ($_.SpotReclaimTime) { $_.SpotReclaimTime - (Get-Date) })
}

Watch-NovitaInstance -All @watch | Where-Object { $_.Property -eq 'SpotStatus' -and $_.New -eq 'notified' } | ForEach-Object {
    & $Action $_.Id $_.Name $_.TimeLeft
}
