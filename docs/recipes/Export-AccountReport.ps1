<#
.SYNOPSIS
Counts the instances of several accounts in one CSV file.
.PARAMETER Account
The accounts: a name for each and its key, as a SecureString.
.PARAMETER Path
The file. It is replaced when every account has been read.
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

$sessions = [Collections.Generic.List[object]]::new()
try {
    foreach ($name in $Account.Keys) {
        # A name that no session of the caller's has: one of the same name would be replaced.
        $sessions.Add((Connect-Novita -Name "$name $(New-Guid)" -ApiKey $Account[$name] -PassThru))
    }

    $rows = Get-NovitaInstance -All -Session $sessions |
        Group-Object SessionName, ProductName, Status |
        Select-Object @{ Name = 'Account'; Expression = { $_.Group[0].SessionName -replace ' \S+$' } },
            @{ Name = 'Product'; Expression = { $_.Group[0].ProductName } },
            @{ Name = 'Status'; Expression = { $_.Group[0].Status } },
            @{ Name = 'Instances'; Expression = { $_.Count } },
            @{ Name = 'Gpus'; Expression = { ($_.Group | Measure-Object GpuNum -Sum).Sum } } |
        Sort-Object Account, Product, Status
} finally {
    $sessions | Disconnect-Novita
}

@($rows) | Export-Csv -LiteralPath $Path -NoTypeInformation -Encoding utf8
