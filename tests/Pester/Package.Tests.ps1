[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator -Argument '--instances', '3'
    $built = Get-Item "$PSScriptRoot/../../artifacts/package/*/Novita/*" | Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $built) {
        throw 'The package is not made: run "dotnet build" first.'
    }

    $modulePath = $env:PSModulePath
    $env:PSModulePath = $built.Parent.Parent.FullName + [IO.Path]::PathSeparator + $modulePath

    function Invoke-Fresh([string] $Script) {
        dotnet "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -Command $Script
        $LASTEXITCODE | Should -Be 0
    }
}

AfterAll {
    $env:PSModulePath = $modulePath
    Close-Simulator $simulator
}

Describe 'The package' {
    It 'is a valid module' {
        (Test-ModuleManifest "$built/Novita.psd1" -ErrorAction Stop -WarningAction Stop).Version | Should -Be $built.Name
    }

    It 'is found by its name, and lists' {
        Invoke-Fresh @"
            Connect-Novita -Endpoint '$($simulator.Endpoint)' -ApiKey '$($simulator.Key)'
            (Get-NovitaInstance -All).Count
            (Get-Module Novita).ModuleBase
"@ | Should -Be 3, $built.FullName
    }

    It 'has help, by Get-Help and by -?' {
        Invoke-Fresh '(Get-Help Get-NovitaInstance).Synopsis' | Should -Match 'instances'
        Invoke-Fresh '(Get-NovitaInstance -?).parameters.parameter.description.Text' | Should -Not -BeNullOrEmpty
    }
}
