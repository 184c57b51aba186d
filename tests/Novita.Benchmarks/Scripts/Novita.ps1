# The module in PowerShell itself.
param([string] $Endpoint, [string] $Key, [string] $Module)
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/Measure.ps1"
Import-Module $Module
Connect-Novita -Endpoint $Endpoint -ApiKey $Key
Measure-Listing -Warm { Get-NovitaInstance -First 1 } -Run { Get-NovitaInstance -All | Out-Null } -Check { Get-NovitaInstance -All }
