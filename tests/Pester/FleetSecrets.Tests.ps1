[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingConvertToSecureStringWithPlainText', '', Justification = 'A made-up password.')]
param()

BeforeDiscovery {
    # Every cmdlet of instances, going well and failing. $id is the instance that the tests made.
    $calls = @(
        @{ What = 'creating'; Call = { New-NovitaInstance -Name other -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -EnvironmentVariable @{ TOKEN = $value } -ImageCredential $credential -JupyterPort 8888 -Confirm:$false @all } }
        @{ What = 'creating, -WhatIf'; Call = { New-NovitaInstance -Name other -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -EnvironmentVariable @{ TOKEN = $value } -ImageCredential $credential -WhatIf @all } }
        @{ What = 'creating what there is not'; Call = { New-NovitaInstance -Name other -ProductId nope -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -EnvironmentVariable @{ TOKEN = $value } -ImageCredential $credential -Confirm:$false @all } }
        @{ What = 'creating too much'; Call = { New-NovitaInstance -Name other -ProductId 4090.16c62g -GpuNum 9 -RootfsSize 60 -ImageUrl img:tag -EnvironmentVariable @{ TOKEN = $value * 400 } -ImageCredential $credential -Confirm:$false @all } }
        @{ What = 'listing'; Call = { Get-NovitaInstance -All @all } }
        @{ What = 'getting'; Call = { Get-NovitaInstance -Id $id, nobody @all } }
        @{ What = 'stopping'; Call = { Stop-NovitaInstance $id -PassThru -Wait -IntervalSec 1 @all } }
        @{ What = 'starting'; Call = { Start-NovitaInstance $id, nobody -PassThru -Wait -IntervalSec 1 @all } }
        @{ What = 'restarting'; Call = { Restart-NovitaInstance $id, nobody -PassThru -Wait -IntervalSec 1 @all } }
        @{ What = 'setting'; Call = { Set-NovitaInstance $id -AddPort 6006/http -PassThru @all } }
        @{ What = 'setting what cannot be'; Call = { Set-NovitaInstance $id -RootfsSize 10 -PassThru @all } }
        @{ What = 'updating'; Call = { Update-NovitaInstance $id -EnvironmentVariable @{ TOKEN = $value } -Command run -KeepData -PassThru -Wait -IntervalSec 1 -Confirm:$false @all } }
        @{ What = 'updating with too much'; Call = { Update-NovitaInstance $id -EnvironmentVariable @{ TOKEN = $value * 400 } -Confirm:$false @all } }
        @{ What = 'moving'; Call = { Move-NovitaInstance $id, nobody -PassThru -Wait -IntervalSec 1 -Confirm:$false @all } }
        @{ What = 'waiting'; Call = { Wait-NovitaInstance $id, nobody -TimeoutSec 1 -IntervalSec 1 @all } }
        @{ What = 'watching'; Call = { Watch-NovitaInstance -TimeoutSec 1 -IntervalSec 1 @all } }
        @{ What = 'the session'; Call = { Get-NovitaSession @all } }
        @{ What = 'removing'; Call = { Remove-NovitaInstance $id, nobody -PassThru -Confirm:$false @all } }
    )
}

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator -Argument '--instances', 20, '--speed', 1000
    Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key

    # Not in the calls themselves: what is typed is the engine's to keep.
    $value = 'value-Zk3Rw8Tq'
    $password = 'registry-Hn5Vb2Lx'
    $credential = [pscredential]::new('someone', (ConvertTo-SecureString $password -AsPlainText -Force))
    $all = @{ Verbose = $true; Debug = $true; ErrorAction = 'Continue'; ErrorVariable = 'kept'; WarningVariable = '+kept'; InformationVariable = '+kept' }

    $id = (New-NovitaInstance -Name mine -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -EnvironmentVariable @{ TOKEN = $value } -JupyterPort 8888 -Wait -IntervalSec 1 -Confirm:$false).Id

    function Get-Secret([string] $Id) {
        $simulator.Key
        $password
        $detail = Get-NovitaInstance -Id $Id
        ${detail}?.ConnectComponentSSH?.Password?.Reveal()
        ${detail}?.ConnectComponentWebTerminal?.Password?.Reveal()
        ${detail}?.SshPassword?.Reveal()
        if (${detail}?.ConnectComponentJupyter?.RevealAddress() -match 'token=(?<token>[^&]+)') { $Matches.token }
        (Get-NovitaInstance -All).ForEach{ $_.GetAdditionalData()['sshPassword'] }.Where{ $_ }.ForEach{ $_.Reveal() }
    }

    function Find-Secret([string] $Text, [string[]] $Secret) {
        $Secret.Where{ $_ }.ForEach{ $_; [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($_)) }.Where{ $Text.Contains($_) }
    }
}

AfterAll {
    Disconnect-Novita -All
    Close-Simulator $simulator
}

Describe 'The secrets of an instance' {
    It 'are there to be found, and given by Reveal' {
        $secrets = Get-Secret $id | Select-Object -Unique
        $secrets.Count | Should -BeGreaterThan 5
        $secrets | Should -Not -Contain '********'
        (Get-NovitaInstance -Id $id).Envs[0].Value | Should -Be $value
    }
}

Describe 'After <What>, no secret' -ForEach $calls {
    BeforeAll {
        $Error.Clear()
        $secrets = @(Get-Secret $id)
        $kept = $null
        $streams = @(try { . $Call *>&1 } catch { $_ })
        if ($What -ne 'removing') { $secrets += Get-Secret $id }
        $objects = $streams.Where{ $_ -is [Novita.Instance] -or $_ -is [Novita.InstanceChange] -or $_ -is [Novita.NovitaSession] }
        $records = $streams.Where{ $_ -is [Management.Automation.ErrorRecord] }
        $messages = $streams.Where{ $_ -is [Management.Automation.InformationalRecord] }

        # A whole object shows the values of its variables where somebody serialises it, and nowhere else.
        $texts = @{
            'stream'        = @($streams; $kept; $Error; $messages.Message; $records.ForEach{ "$_"; "$($_.Exception)"; $_.ErrorDetails.RecommendedAction }) | Out-String -Width 4096
            'property'      = @($streams; $records.Exception) | Format-List * -Force | Out-String -Width 4096
            'table'         = $objects | Format-Table * -Force | Out-String -Width 4096
            'CSV cell'      = ($objects | ConvertTo-Csv) -join "`n"
            'text'          = $objects.ForEach{ $_.ToString() } -join "`n"
            'error in JSON' = $records.ForEach{ $_ | Select-Object FullyQualifiedErrorId, CategoryInfo, TargetObject, ErrorDetails, @{ n = 'Message'; e = { $_.Exception.ToString() } } } | ConvertTo-Json -Depth 5
        }
        $wholes = @{
            'JSON'   = $objects | ConvertTo-Json -Depth 9
            'CLIXML' = [Management.Automation.PSSerializer]::Serialize($objects, 5)
        }
    }

    It 'is in a <_>' -ForEach 'stream', 'property', 'table', 'CSV cell', 'text', 'error in JSON' {
        Find-Secret $texts[$_] ($secrets + $value) | Should -BeNullOrEmpty
    }

    It 'is in the <_> of whole objects, but for the values of variables' -ForEach 'JSON', 'CLIXML' {
        Find-Secret $wholes[$_] $secrets | Should -BeNullOrEmpty
    }

    It 'was looked for in something' {
        # A watch of a second in which nothing changes writes messages alone; -WhatIf writes to the host, and perhaps nothing else.
        $found = $What -eq 'watching' ? $messages : @($objects; $records)
        if ($What -notlike '*WhatIf') { $found.Count | Should -BeGreaterThan 0 }
    }
}
