<#
.SYNOPSIS
Stops instances whose GPUs have done nothing for a while, and never more than a few.
.DESCRIPTION
Look with -WhatIf first. If more are idle than -MaxAffected allows, none is stopped: that many at once is more likely a fault of the
metrics than the truth.
.PARAMETER Name
Names with wildcards.
.PARAMETER Window
How long the GPUs must have been idle.
.PARAMETER MaxAffected
If there are more, none is stopped.
.EXAMPLE
./Stop-IdleInstance.ps1 -Name dev-box-* -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string[]] $Name,

    [timespan] $Window = '04:00:00',

    [int] $MaxAffected = 5
)

$ErrorActionPreference = 'Stop'

Find-NovitaIdleInstance -Name $Name -Window $Window | Stop-NovitaInstance -MaxAffected $MaxAffected -PassThru
