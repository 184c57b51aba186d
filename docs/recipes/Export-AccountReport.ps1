<#
.SYNOPSIS
Counts the instances of several accounts in one CSV file.
.PARAMETER Account
The accounts: a name for each and its key, as a SecureString.
.PARAMETER Path
The file. It is replaced.
.EXAMPLE
./Export-AccountReport.ps1 -Account @{ prod = $prodKey; lab = $labKey } -Path accounts.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [hashtable] $Account,

    [Parameter(Mandatory)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'

$sessions = foreach ($name in $Account.Keys) {
    Connect-Novita -Name $name -ApiKey $Account[$name] -PassThru
}

try {
    Get-NovitaInstance -All -Session $sessions |
        Group-Object SessionName, ProductName, Status |
        Select-Object @{ Name = 'Account'; Expression = { $_.Group[0].SessionName } },
            @{ Name = 'Product'; Expression = { $_.Group[0].ProductName } },
            @{ Name = 'Status'; Expression = { $_.Group[0].Status } },
            @{ Name = 'Instances'; Expression = { $_.Count } },
            @{ Name = 'Gpus'; Expression = { ($_.Group | Measure-Object GpuNum -Sum).Sum } } |
        Sort-Object Account, Product, Status |
        Export-Csv -Path $Path -NoTypeInformation -Encoding utf8
} finally {
    Disconnect-Novita -Session $sessions
}
