<#
.SYNOPSIS
Lists the subscriptions that end soon, the next first.
.DESCRIPTION
An instance that is paid as it runs has no end. Its EndTime is null, which sorts below every date, so it is left out first.
.PARAMETER Days
How far to look ahead.
.EXAMPLE
./Get-ExpiringInstance.ps1 -Days 7 | Format-Table Name, EndTime
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 3650)]
    [int] $Days = 7
)

$until = (Get-Date).AddDays($Days)
Get-NovitaInstance -All -ErrorAction Stop | Where-Object { $_.EndTime -and $_.EndTime -lt $until } | Sort-Object EndTime
