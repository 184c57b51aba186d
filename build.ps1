#requires -Version 7.4

<#
.SYNOPSIS
Builds, tests and shows the module.

.DESCRIPTION
Each task is one plain command that works without PowerShell too; this script saves the typing.

.PARAMETER Task
Build fills bin/ and en-US/, from which Novita.psd1 loads. Test runs every test, Pester those that PowerShell itself runs, Analyze the script analyzer. Package
makes out/Novita/<version>/ and the .nupkg for the gallery. Demo shows the main job against a simulated service. Clean
removes what all of these leave.

.PARAMETER Configuration
Debug or Release. Package is always Release.

.EXAMPLE
./build.ps1
Builds the module; then Import-Module ./Novita.psd1 works.

.EXAMPLE
./build.ps1 -Task Build, Test
Builds the module and runs every test.

.EXAMPLE
./build.ps1 -Task Package
Publish-PSResource -NupkgPath ./out/Novita.0.1.0.nupkg -ApiKey $key
Makes the package and sends it to the PowerShell Gallery.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pester', 'Analyze', 'Package', 'Demo', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { dotnet build --configuration $Configuration }
        'Test' { dotnet test --configuration $Configuration }
        'Pester' { dotnet test tests/Pester --configuration $Configuration }
        'Analyze' {
            $findings = 'Novita.psd1', 'build.ps1', 'src', 'docs/recipes', 'tests/Pester' |
                ForEach-Object { Invoke-ScriptAnalyzer -Path $_ -Recurse -Settings PSGallery }
            $findings
            if ($findings) {
                throw "The analyzer has $(@($findings).Count) findings."
            }
        }
        'Package' { dotnet pack src/Novita --configuration Release }
        'Demo' { dotnet run --project tests/Novita.Demo --configuration $Configuration }
        'Clean' { Remove-Item bin, en-US, artifacts, out -Recurse -Force -ErrorAction Ignore }
    }
} finally {
    Pop-Location
}
