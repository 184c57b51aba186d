@{
    RootModule           = 'EmptyModule.dll'
    ModuleVersion        = '1.0.0'
    GUID                 = '0f6bb6f5-8d0b-4c52-9b3d-0c3a4d3c7c11'
    Author               = 'Novita for PowerShell contributors'
    Description          = 'A binary module with nothing in it: what importing any such module costs.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    CmdletsToExport      = @('Get-Nothing')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
}
