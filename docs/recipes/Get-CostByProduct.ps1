<#
.SYNOPSIS
Tells what the running instances cost in an hour, by product and billing mode.
.DESCRIPTION
The module does not read prices, and what you pay may differ from the list: so the prices are yours to give. Storage is not
counted.
.PARAMETER PricePath
A CSV file with the columns ProductId, BillingMode (onDemand, spot or monthly) and PerHour: the price of one GPU, or of the whole
instance where the product has no GPU. What the file does not have is shown without a cost.
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
foreach ($row in Import-Csv -LiteralPath $PricePath) {
    $prices["$($row.ProductId) $($row.BillingMode)"] = [decimal]::Parse($row.PerHour, [cultureinfo]::InvariantCulture)
}

Get-NovitaInstance -Status running -All | Group-Object ProductId, BillingMode | ForEach-Object {
    $first = $_.Group[0]
    $price = $prices["$($first.ProductId) $($first.BillingMode)"]
    $units = ($_.Group | ForEach-Object { [Math]::Max(1, $_.GpuNum) } | Measure-Object -Sum).Sum
    [pscustomobject] @{
        ProductId   = $first.ProductId
        Product     = $first.ProductName
        BillingMode = $first.BillingMode
        Instances   = $_.Count
        Gpus        = [int] ($_.Group | Measure-Object GpuNum -Sum).Sum
        PerHour     = if ($null -ne $price) { $price * [int] $units }
    }
} | Sort-Object PerHour -Descending
