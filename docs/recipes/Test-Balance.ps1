<#
.SYNOPSIS
Ends with exit code 1 when the balance is low, for a scheduled job.
.DESCRIPTION
Exit codes: 0 for enough, 1 for a low balance, 2 when the balance could not be read.
.PARAMETER Minimum
How much must be left, in USD.
.EXAMPLE
pwsh -File ./Test-Balance.ps1 -Minimum 50
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [decimal] $Minimum
)

try {
    $balance = (Get-NovitaBalance -ErrorAction Stop).AvailableBalance
} catch {
    Write-Warning "The balance could not be read: $_"
    exit 2
}

$text = [string]::Format([cultureinfo]::InvariantCulture, '{0:0.00} USD are left; the alarm is at {1:0.00}.', $balance, $Minimum)
if ($null -eq $balance -or $balance -lt $Minimum) {
    Write-Warning $text
    exit 1
}

$text
exit 0
