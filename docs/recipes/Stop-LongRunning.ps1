<#
.SYNOPSIS
Stops instances of some names that have been running for too long.
.DESCRIPTION
Look with -WhatIf first. An instance that was never started again counts from its creation. Both are times that the service
does not promise to tell: an instance that has neither is left alone.
.PARAMETER Name
Names with wildcards; one without is the whole name.
.PARAMETER Hours
How long an instance may run.
.PARAMETER MaxAffected
If there are more, none is stopped.
.EXAMPLE
./Stop-LongRunning.ps1 -Name dev-box-* -Hours 12 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $Name,

    [ValidateRange(1, 8760)]
    [int] $Hours = 12,

    [int] $MaxAffected = 20
)

$ErrorActionPreference = 'Stop'

$since = (Get-Date).AddHours(-$Hours)
Get-NovitaInstance -Status running -All |
    Where-Object { $instance = $_; $Name.Where{ $instance.Name -like $_ } } |
    Get-NovitaInstance |
    Where-Object {
        $started = if ($_.LastStartedAt) { $_.LastStartedAt } else { $_.CreatedAt }
        $started -and $started -lt $since
    } |
    Stop-NovitaInstance -MaxAffected $MaxAffected -PassThru
