# What one writes in PowerShell without the module.
param([string] $Endpoint, [string] $Key)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. "$PSScriptRoot/Measure.ps1"
$address = "$Endpoint/gpu-instance/openapi/v1/gpu/instances"
$headers = @{ Authorization = "Bearer $Key" }

function Get-All {
    $pageNum = 0
    $count = 0
    do {
        $reply = Invoke-RestMethod "${address}?pageSize=100&pageNum=$pageNum" -Headers $headers
        $reply.instances
        $count += $reply.instances.Count
        $pageNum++
    } while ($count -lt $reply.total)
}

Measure-Listing -Warm { Invoke-RestMethod "${address}?pageSize=1&pageNum=0" -Headers $headers } -Run { Get-All | Out-Null } -Check { Get-All }
