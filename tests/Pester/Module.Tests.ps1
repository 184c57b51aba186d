[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator -Argument '--instances', '3'
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $manifest = Import-PowerShellDataFile $root/Novita.psd1
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'The manifest' {
    It 'is valid' {
        $info = Test-ModuleManifest $root/Novita.psd1 -ErrorAction Stop -WarningAction Stop
        $info.Name | Should -Be 'Novita'
        $info.Version | Should -Be $manifest.ModuleVersion
    }

    It 'exports no <_>' -ForEach 'Functions', 'Aliases', 'Variables' {
        $manifest["${_}ToExport"] | Should -BeNullOrEmpty
        $manifest.ContainsKey("${_}ToExport") | Should -BeTrue
    }

    It 'supports both editions' {
        $manifest.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
    }
}

Describe 'The imported module' {
    It 'has approved verbs and its own nouns only' {
        foreach ($command in Get-Command -Module Novita) {
            (Get-Verb $command.Verb).Count | Should -Be 1 -Because $command.Name
            $command.Noun | Should -Match '^Novita'
        }
    }

    It 'leaves nothing behind when it is removed, and can be imported again' {
        Remove-Module Novita
        try {
            Get-Command '*-Novita*' -CommandType Cmdlet | Should -BeNullOrEmpty
            Get-FormatData Novita.Instance | Should -BeNullOrEmpty
        }
        finally {
            Import-Module $root/Novita.psd1 -Global -ErrorVariable failure
        }

        $failure | Should -BeNullOrEmpty
        Get-FormatData Novita.Instance | Should -Not -BeNullOrEmpty
        Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key
        @(Get-NovitaInstance -All).Count | Should -Be 3
    }
}
