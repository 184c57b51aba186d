@{
    RootModule             = 'bin/Novita.dll'
    RequiredAssemblies     = @('bin/Novita.Client.dll', 'bin/Novita.dll')
    TypesToProcess         = @('bin/Novita.Types.ps1xml')
    FormatsToProcess       = @('bin/Novita.Format.ps1xml')

    ModuleVersion          = '0.1.0'
    GUID                   = '6f0c1d0e-5b0b-4a52-9d0a-3f3c1f1f7a41'
    Author                 = 'Novita for PowerShell contributors'
    CompanyName            = 'Novita for PowerShell contributors'
    Copyright              = '(c) the Novita for PowerShell contributors. MIT licence.'
    Description            = 'Lists, creates, runs and watches the instances of the Novita AI GPU cloud: typed objects, lists checked complete, for pipelines, runbooks and reports.'

    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')

    CmdletsToExport        = @(
        'Connect-Novita'
        'Disconnect-Novita'
        'Find-NovitaIdleInstance'
        'Get-NovitaBalance'
        'Get-NovitaCharge'
        'Get-NovitaCluster'
        'Get-NovitaCostReport'
        'Get-NovitaDeadline'
        'Get-NovitaInstance'
        'Get-NovitaInstanceLog'
        'Get-NovitaInstanceMetric'
        'Get-NovitaInvoice'
        'Get-NovitaJob'
        'Get-NovitaNetwork'
        'Get-NovitaNetworkStorage'
        'Get-NovitaProduct'
        'Get-NovitaRegistryCredential'
        'Get-NovitaSession'
        'Get-NovitaTemplate'
        'Get-NovitaTransaction'
        'Measure-NovitaCost'
        'Move-NovitaInstance'
        'New-NovitaInstance'
        'New-NovitaNetwork'
        'New-NovitaNetworkStorage'
        'New-NovitaRegistryCredential'
        'New-NovitaSubscription'
        'New-NovitaTemplate'
        'Remove-NovitaInstance'
        'Remove-NovitaNetwork'
        'Remove-NovitaNetworkStorage'
        'Remove-NovitaRegistryCredential'
        'Remove-NovitaTemplate'
        'Restart-NovitaInstance'
        'Save-NovitaInstanceImage'
        'Set-NovitaInstance'
        'Set-NovitaNetwork'
        'Set-NovitaNetworkStorage'
        'Set-NovitaSubscription'
        'Set-NovitaTemplate'
        'Start-NovitaInstance'
        'Stop-NovitaInstance'
        'Stop-NovitaJob'
        'Update-NovitaInstance'
        'Update-NovitaSubscription'
        'Wait-NovitaInstance'
        'Wait-NovitaJob'
        'Watch-NovitaInstance'
        'Watch-NovitaProduct'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('Novita', 'GPU', 'Cloud', 'Instances', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'The first version: see Get-Help about_Novita.'
        }
    }
}
