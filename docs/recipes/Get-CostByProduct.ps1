<#
.SYNOPSIS
Tells what the running instances cost in an hour, by product.
.DESCRIPTION
The module does not read prices, and what you pay may differ from the list: so the prices are yours to give.
.PARAMETER PricePath
A CSV file with the columns ProductId and PerGpuHour. A product that it does not have is shown without a cost.
.EXAMPLE
./Get-CostByProduct.ps1 -PricePath prices.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $PricePath
)

$ErrorActionPreference = 'Stop'

$prices = @{}
foreach ($row in Import-Csv -Path $PricePath) {
    $prices[$row.ProductId] = [decimal]::Parse($row.PerGpuHour, [cultureinfo]::InvariantCulture)
}

Get-NovitaInstance -Status running -All | Group-Object ProductId | ForEach-Object {
    $gpus = ($_.Group | Measure-Object GpuNum -Sum).Sum
    [pscustomobject] @{
        ProductId = $_.Name
        Product   = $_.Group[0].ProductName
        Instances = $_.Count
        Gpus      = $gpus
        PerHour   = if ($prices.ContainsKey($_.Name)) { $gpus * $prices[$_.Name] }
    }
} | Sort-Object PerHour -Descending
