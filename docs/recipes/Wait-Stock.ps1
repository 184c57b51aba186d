<#
.SYNOPSIS
Waits until a product is in stock, then rents it.
.DESCRIPTION
It looks until one of the products is available, and creates one instance of the first that is. Another customer may be quicker:
then it goes on looking. It fails when the time is up, and when the instance cannot be created for another reason.
.PARAMETER Id
Ids of products; whichever comes first is taken.
.PARAMETER ImageUrl
The container image.
.PARAMETER TimeoutSec
How long to wait in all.
.EXAMPLE
./Wait-Stock.ps1 -Id 4090.16c62g, 5090.12c90g -ImageUrl docker.io/library/ubuntu:24.04 -TimeoutSec 86400
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string[]] $Id,

    [Parameter(Mandatory)]
    [string] $ImageUrl,

    [string] $Name = 'waited',

    [int] $GpuNum = 1,

    [int] $RootfsSize = 60,

    [ValidateRange(1, 86400)]
    [int] $IntervalSec = 30,

    [ValidateRange(1, [int]::MaxValue)]
    [int] $TimeoutSec = 3600
)

$ErrorActionPreference = 'Stop'
$clock = [Diagnostics.Stopwatch]::StartNew()

while (($left = $TimeoutSec - [int] $clock.Elapsed.TotalSeconds) -gt 0) {
    $stock = Watch-NovitaProduct -Id $Id -Available -Count 1 -IntervalSec $IntervalSec -TimeoutSec $left
    if (-not $stock) { break }

    try {
        $stock | New-NovitaInstance -Name $Name -GpuNum $GpuNum -RootfsSize $RootfsSize -ImageUrl $ImageUrl -Confirm:$false
        return
    } catch {
        # Nothing was created: somebody else was quicker.
        if ($_.FullyQualifiedErrorId -notlike 'CapacityUnavailable,*') { throw }
        Start-Sleep -Seconds $IntervalSec
    }
}

throw "None of $($Id -join ', ') came in stock within $TimeoutSec seconds."
