<#
.SYNOPSIS
An Azure Automation runbook that stops what should not run at night.
.DESCRIPTION
The module is in no gallery: make its package with ./build.ps1 -Task Package, put the files of out/Novita/<version> into a
Novita.zip (without the version's folder), and add that to the Automation account, for PowerShell 7.4. Keep the key as the
password of a credential asset named Novita.

The runbook asks nothing, writes what it did, and fails, so that an alert can go out, when the list is not complete or an
instance does not stop.
.PARAMETER Name
A name with wildcards; one without is the whole name.
#>
param(
    [string] $Name = 'dev-box-*'
)

$ErrorActionPreference = 'Stop'

Connect-Novita -Credential (Get-AutomationPSCredential -Name 'Novita')
Get-NovitaInstance -Status running -All |
    Where-Object { $_.Name -like $Name } |
    Stop-NovitaInstance -MaxAffected 50 -PassThru -Wait -Confirm:$false |
    ForEach-Object { "$($_.Name) is $($_.Status)" }
