<#
.SYNOPSIS
Rents the cheapest machine that fits and is in stock.
.DESCRIPTION
Of the products whose name matches, it takes the one with the lowest price on demand, and creates one instance of it. If nothing
fits, it fails and creates nothing.
.PARAMETER Gpu
Names of products, with wildcards.
.PARAMETER ImageUrl
The container image.
.PARAMETER GpuNum
The number of GPUs.
.PARAMETER MinMemoryPerGpu
The smallest memory for each GPU, in GB.
.PARAMETER MaxPrice
The most that a GPU may cost, in USD an hour.
.EXAMPLE
./New-CheapestInstance.ps1 -Gpu *4090*, *5090* -ImageUrl docker.io/library/ubuntu:24.04 -MaxPrice 0.50 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory)]
    [string[]] $Gpu,

    [Parameter(Mandatory)]
    [string] $ImageUrl,

    [string] $Name = 'cheapest',

    [ValidateRange(1, 8)]
    [int] $GpuNum = 1,

    [ValidateRange(1, 2048)]
    [int] $MinMemoryPerGpu = 1,

    [decimal] $MaxPrice = 1000,

    [int] $RootfsSize = 60
)

$ErrorActionPreference = 'Stop'

$product = Get-NovitaProduct -Name $Gpu -GpuNum $GpuNum -MinMemoryPerGpu $MinMemoryPerGpu -MaxPrice $MaxPrice -Available |
    Sort-Object Price | Select-Object -First 1
if (-not $product) {
    throw "Nothing that fits is in stock for $MaxPrice USD a GPU-hour."
}

# New-NovitaInstance asks, with the price; -WhatIf and -Confirm reach it by themselves.
$product | New-NovitaInstance -Name $Name -GpuNum $GpuNum -RootfsSize $RootfsSize -ImageUrl $ImageUrl
