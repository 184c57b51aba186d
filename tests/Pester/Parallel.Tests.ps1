[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator
    $endpoint = $simulator.Endpoint
    $key = $simulator.Key
    Connect-Novita -Endpoint $endpoint -ApiKey $key
    $manifest = (Get-Module Novita).Path | Split-Path | Split-Path | Join-Path -ChildPath Novita.psd1
    $ids = (Get-NovitaInstance -First 5).Id
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'Workers of ForEach-Object -Parallel' {
    It 'are connected from the start' {
        $before = (Get-NovitaSession).Requests
        $found = 1..4 | ForEach-Object -ThrottleLimit 2 -Parallel {
            Import-Module $using:manifest
            [pscustomobject] @{ Ids = (Get-NovitaInstance -First 5).Id; Session = (Get-NovitaSession).Name }
        }
        $found.Count | Should -Be 4
        foreach ($worker in $found) {
            $worker.Ids | Should -Be $ids
            $worker.Session | Should -Be 'default'
        }

        (Get-NovitaSession).Requests - $before | Should -BeGreaterOrEqual 4
    }

    It 'keep a session of their own to themselves' {
        # Both connect before either looks, so that they are two runspaces and each could see the other's.
        $barrier = [Threading.Barrier]::new(2)
        $found = 'first', 'second' | ForEach-Object -ThrottleLimit 2 -Parallel {
            Import-Module $using:manifest
            Connect-Novita -Endpoint $using:endpoint -ApiKey $using:key -Name $_
            if (-not ($using:barrier).SignalAndWait(30000)) {
                throw 'The other worker did not come.'
            }

            [pscustomobject] @{
                Own      = $_
                Visible  = (Get-NovitaSession).Name
                Instance = (Get-NovitaInstance -First 1).SessionName
            }
        }
        $barrier.Dispose()
        $found.Count | Should -Be 2
        foreach ($worker in $found) {
            $worker.Visible | Should -Be $worker.Own, 'default'
            $worker.Instance | Should -Be $worker.Own
        }

        (Get-NovitaSession).Name | Should -Be 'default'
        (Get-NovitaInstance -First 1).SessionName | Should -Be 'default'
    }
}

Describe 'A thread job' {
    It 'is connected from the start, and its instances are whole' {
        $found = Start-ThreadJob {
            Import-Module $using:manifest
            Get-NovitaInstance -First 5
        } | Receive-Job -Wait -AutoRemoveJob
        $found.Id | Should -Be $ids
        $found[0] | Should -BeOfType Novita.Instance
    }
}

Describe 'A job in another process' {
    BeforeAll {
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        $env:NOVITA_API_KEY = $key
        $env:NOVITA_ENDPOINT = $endpoint
        $received = Start-Job {
            Import-Module $using:manifest
            Get-NovitaInstance -All
        } | Receive-Job -Wait -AutoRemoveJob
        $live = Get-NovitaInstance -All -Session env:NOVITA_API_KEY
    }

    AfterAll {
        $PSStyle.OutputRendering = $rendering
        $env:NOVITA_API_KEY = $env:NOVITA_ENDPOINT = $null
    }

    It 'finds the key and the endpoint in the environment' {
        $received.Id | Should -Be $live.Id
        $received[0].PSObject.TypeNames | Should -Contain 'Novita.Instance'
        $received[0].SessionName | Should -Be 'env:NOVITA_API_KEY'
    }

    It 'sends numbers as numbers and times as times' {
        $received[0].GpuNum | Should -BeOfType int
        $received.EndTime.Where{ $_ }[0] | Should -BeOfType datetime
        $received.Where{ $_.GpuNum -gt 4 }.Id | Should -Be $live.Where{ $_.GpuNum -gt 4 }.Id
        $limit = (Get-Date).AddDays(90)
        $received.Where{ $_.EndTime -and $_.EndTime -lt $limit }.Id | Should -Be $live.Where{ $_.EndTime -and $_.EndTime -lt $limit }.Id
    }

    It 'sends instances that look like live ones in <_>' -ForEach 'Format-Table', 'Format-List' {
        $received | & $_ | Out-String -Width 120 | Should -Be ($live | & $_ | Out-String -Width 120)
    }

    It 'sends instances that make the same CSV columns, with what a job adds' {
        $added = 'PSComputerName', 'RunspaceId', 'PSShowComputerName', 'PSSourceJobInstanceId'
        $columns = ($received | ConvertTo-Csv | ConvertFrom-Csv)[0].PSObject.Properties.Name
        $columns.Where{ $_ -notin $added } | Should -Be ([Novita.Instance].GetProperties().Name)
    }
}
