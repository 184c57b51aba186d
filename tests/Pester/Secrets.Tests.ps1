[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeDiscovery {
    $ways = @(
        @{ Way = 'as text in a variable'; Source = '-ApiKey'; Connect = { param($Key, $Common) Connect-Novita -ApiKey $Key @Common } }
        @{ Way = 'as a SecureString'; Source = '-ApiKey'; Connect = { param($Key, $Common) Connect-Novita -ApiKey ([Net.NetworkCredential]::new('', $Key).SecurePassword) @Common } }
        @{ Way = 'as text down the pipeline'; Source = 'the pipeline'; Connect = { param($Key, $Common) $Key | Connect-Novita @Common } }
        @{ Way = 'as a SecureString down the pipeline'; Source = 'the pipeline'; Connect = { param($Key, $Common) [Net.NetworkCredential]::new('', $Key).SecurePassword | Connect-Novita @Common } }
        @{ Way = 'in a credential'; Source = '-Credential'; Connect = { param($Key, $Common) Connect-Novita -Credential ([pscredential]::new('novita', [Net.NetworkCredential]::new('', $Key).SecurePassword)) @Common } }
        @{ Way = 'in the environment'; Source = '$env:NOVITA_API_KEY'; Connect = { param($Key, $Common) $env:NOVITA_API_KEY = $Key; Connect-Novita @Common } }
    )
}

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $key = 'sk_QmZ4Rk7vTn2xWj9pLc5hYd8g_GOOD'
    $wrongKey = 'sk_Bf3HsUe6aXo1qVi0zKt4wNr7_EVIL'
    $simulator = Open-Simulator -Argument '--key', $key, '--instances', '20'
    $common = @{ Endpoint = $simulator.Endpoint; PassThru = $true; Verbose = $true; Debug = $true }

    # What would show a key: any eight characters of it, or the whole of it in the forms that serialisers use.
    function Find-Key([string] $Text) {
        foreach ($secret in $key, $wrongKey) {
            $utf8 = [Text.Encoding]::UTF8.GetBytes($secret)
            $utf16 = [Text.Encoding]::Unicode.GetBytes($secret)
            $forms = @(0..($secret.Length - 8)).ForEach{ $secret.Substring($_, 8) } + @(
                [Convert]::ToBase64String($utf8), [Convert]::ToBase64String($utf16), [Convert]::ToHexString($utf8), [Convert]::ToHexString($utf16)
            )
            $forms.Where{ $Text.Contains($_, 'OrdinalIgnoreCase') }
        }
    }

    function Export-Text($Value) {
        $Value | Export-Clixml TestDrive:/value.xml -Depth 4
        Get-Content TestDrive:/value.xml -Raw
    }
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'The search for a key' {
    It 'finds a key in <_>' -ForEach 'a text', 'JSON', 'a serialised SecureString', 'a part' {
        $text = switch ($_) {
            'a text' { "Authorization: Bearer $key" }
            'JSON' { @{ Key = $wrongKey } | ConvertTo-Json }
            'a serialised SecureString' { $IsWindows ? $key : (Export-Text ([Net.NetworkCredential]::new('', $key).SecurePassword)) }
            'a part' { "$($key.Substring(0, 10))..." }
        }
        Find-Key $text | Should -Not -BeNullOrEmpty
    }

    It 'lets the last four characters pass' {
        Find-Key "ending in $($key.Substring($key.Length - 4))" | Should -BeNullOrEmpty
    }
}

Describe 'A key given <Way>' -ForEach $ways {
    BeforeAll {
        $Error.Clear()
        $streams = @(
            & $Connect $key $common *>&1
            Get-NovitaInstance -All -Verbose -Debug *>&1
        )
        $session = $streams.Where{ $_ -is [Novita.NovitaSession] }[0]
        $instances = $streams.Where{ $_ -is [Novita.Instance] }
        $refusal = try { & $Connect $wrongKey $common *>&1 } catch { $_ }
        $failure = $refusal.Where{ $_ -is [Management.Automation.ErrorRecord] }[0]
        $everything = @($streams; $refusal)
        $texts = @{
            'stream'                      = $everything | Out-String -Width 4096
            'property, also a hidden one' = @($everything; $failure.Exception; $failure.InvocationInfo) | Format-List * -Force | Out-String -Width 4096
            'table'                       = $session, $failure | Format-Table * -Force | Out-String -Width 4096
            'JSON of the session'         = $session | ConvertTo-Json -Depth 9
            'JSON of the instances'       = $instances | ConvertTo-Json -Depth 9
            # No deeper: .NET's description of the method that threw grows tenfold with each level.
            'JSON of the error'           = $failure | ConvertTo-Json -Depth 5 -WarningAction Ignore
            'JSON of the exception'       = $failure.Exception | Select-Object * -ExcludeProperty TargetSite | ConvertTo-Json -Depth 9
            'CSV of the session'          = $session | ConvertTo-Csv
            'CLIXML of the session'       = Export-Text $session
            'CLIXML of the instances'     = Export-Text $instances
            'CLIXML of the errors'        = Export-Text $Error
            'CLIXML of the streams'       = Export-Text $everything
        }
    }

    AfterAll {
        $env:NOVITA_API_KEY = $null
        Disconnect-Novita -All
    }

    It 'connects, and another is refused' {
        $session.ApiKeyLastFour | Should -Be 'GOOD'
        $instances.Count | Should -Be 20
        $streams.Where{ $_ -is [Management.Automation.VerboseRecord] } | Should -Not -BeNullOrEmpty
        $streams.Where{ $_ -is [Management.Automation.DebugRecord] } | Should -Not -BeNullOrEmpty
        $Error.Count | Should -BeGreaterThan 0
    }

    It 'is in no <_>' -ForEach @(
        'stream', 'property, also a hidden one', 'table', 'JSON of the session', 'JSON of the instances', 'JSON of the error', 'JSON of the exception'
        'CSV of the session', 'CLIXML of the session', 'CLIXML of the instances', 'CLIXML of the errors', 'CLIXML of the streams'
    ) {
        $texts[$_] | Should -Not -BeNullOrEmpty
        Find-Key $texts[$_] | Should -BeNullOrEmpty
    }

    It 'is named by where it came from and its last four characters when it is refused' {
        $failure.FullyQualifiedErrorId | Should -Be 'ApiKeyRefused,Novita.Commands.ConnectNovitaCommand'
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        "$failure" | Should -Match "$([regex]::Escape($Source))\b.*\bEVIL\b"
    }
}

Describe 'A transcript' -ForEach @{ Ways = $ways } {
    BeforeAll {
        $script = @'
            $VerbosePreference = $DebugPreference = 'Continue'
            Import-Module $env:TEST_MANIFEST -Verbose:$false -Debug:$false
            Start-Transcript $env:TEST_TRANSCRIPT
            foreach ($key in $env:TEST_KEYS -split ' ') {
                foreach ($connect in $ways) {
                    try {
                        & $connect $key @{ Endpoint = $env:TEST_ENDPOINT; PassThru = $true } | Format-List * -Force
                        Get-NovitaInstance -First 1 | Format-List * -Force
                    }
                    catch {
                        $_ | Out-Default
                        $_ | Format-List * -Force
                        $_.Exception | Format-List * -Force
                    }
                    finally {
                        $env:NOVITA_API_KEY = $null
                    }
                }
            }
            Stop-Transcript
'@
        Set-Content TestDrive:/session.ps1 "`$ways = @($($Ways.Connect.ForEach{ "{ $_ }" } -join "`n"))", $script
        $transcript = Join-Path $TestDrive transcript.txt
        $variables = @{
            TEST_MANIFEST   = "$PSScriptRoot/../../Novita.psd1"
            TEST_TRANSCRIPT = $transcript
            TEST_KEYS       = "$key $wrongKey"
            TEST_ENDPOINT   = $simulator.Endpoint
        }
        try {
            $variables.GetEnumerator().ForEach{ [Environment]::SetEnvironmentVariable($_.Key, $_.Value) }
            $output = dotnet "$PSHOME/pwsh.dll" -NoProfile -NonInteractive -File $TestDrive/session.ps1 *>&1 | Out-String
        }
        finally {
            $variables.Keys.ForEach{ [Environment]::SetEnvironmentVariable($_, $null) }
        }

        $text = Get-Content $transcript -Raw
    }

    It 'has the messages of every way to give a key' {
        foreach ($source in $Ways.Source) {
            $text | Should -Match "VERBOSE: .*$([regex]::Escape($source)), ending in GOOD"
            $text | Should -Match "$([regex]::Escape($source)), ending in EVIL"
        }

        $text | Should -Match 'DEBUG: '
    }

    It 'has no key' {
        Find-Key $text | Should -BeNullOrEmpty
        Find-Key $output | Should -BeNullOrEmpty
    }
}
