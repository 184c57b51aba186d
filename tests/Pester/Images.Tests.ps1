[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

Describe 'A picture' {
    BeforeAll {
        $images = (Resolve-Path "$PSScriptRoot/../../docs/images").Path
        & $images/New-Image.ps1 -Path (Resolve-Path TestDrive:).ProviderPath -SkipPage

        # What the picture says, without what differs from run to run: times, and figures that were measured.
        function Read-Picture([string] $Path, [string] $Varying) {
            ([xml] (Get-Content -LiteralPath $Path -Raw)).GetElementsByTagName('text').InnerText -replace $Varying
        }
    }

    It 'shows what the module shows today: <Name>' -ForEach @(
        @{ Name = 'session.svg'; Varying = '^(\d{4}-\d\d-\d\d|\d\d:\d\d)$' }
        @{ Name = 'metrics.svg'; Varying = '^(\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\d+\.\d|[█░]+)$' }
    ) {
        Read-Picture (Join-Path $images $Name) $Varying | Should -Be (Read-Picture "TestDrive:/$Name" $Varying)
    }

    It 'says what the README repeats as text' {
        $text = (Get-Content "$PSScriptRoot/../../README.md" -Raw) -match '(?s)```text\n(?<text>.*?)\n```' ? $Matches.text : $null

        $text -split '\s+' | Should -Be (Read-Picture (Join-Path $images session.svg) '^$')
    }

    It 'is small: <_>' -ForEach 'session.svg', 'metrics.svg', 'fleet-page.png' {
        (Get-Item (Join-Path $images $_)).Length | Should -BeLessThan 150KB
    }
}
