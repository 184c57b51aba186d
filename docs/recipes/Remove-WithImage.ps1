<#
.SYNOPSIS
Saves the image of an instance, and removes the instance when the image is saved.
.DESCRIPTION
A job that fails ends the script, and the instance stays. The image has what is on the root disk; volumes are not in it.
.PARAMETER Name
The whole name of the instance.
.PARAMETER ImageUrl
Where the image goes: registry/repository:tag.
.PARAMETER ImageAuthId
The id of the registry credential to push it with.
.EXAMPLE
./Remove-WithImage.ps1 -Name train-1 -ImageUrl registry.example/team/train:1 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [string] $Name,

    [Parameter(Mandatory)]
    [string] $ImageUrl,

    [string] $ImageAuthId
)

$ErrorActionPreference = 'Stop'

$instance = Get-NovitaInstance -Name $Name -Exact -All
$auth = if ($ImageAuthId) { @{ ImageAuthId = $ImageAuthId } } else { @{} }
$job = $instance | Save-NovitaInstanceImage -ImageUrl $ImageUrl @auth -Wait -TimeoutSec 7200
if ($job -or $WhatIfPreference) {
    $instance | Remove-NovitaInstance
}
