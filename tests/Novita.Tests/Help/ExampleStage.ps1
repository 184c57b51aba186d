# What an example of the help finds when it is run: someone at work, with the environment leading to a simulated service.
[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The examples use them.')]
param()

# The preferences of a new session, whatever the tests run under, and a user who answers yes.
$ErrorActionPreference = $WarningPreference = 'Continue'
$ConfirmPreference = 'None'

$prodKey = $labKey = $env:NOVITA_API_KEY

# Stand in for the vault of SecretManagement and for the assets of Azure Automation.
function Get-Secret([string] $Name) {
    [Net.NetworkCredential]::new('', $env:NOVITA_API_KEY).SecurePassword
}

function Get-AutomationPSCredential([string] $Name) {
    [pscredential]::new($Name, (Get-Secret $Name))
}

Connect-Novita -Name lab
Connect-Novita -Name prod
Connect-Novita
