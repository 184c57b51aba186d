[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator
    Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key
    $raw = Get-RawInstance $simulator
    $all = Get-NovitaInstance -All
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'A pipeline that ends early' {
    It 'sends one request for Select-Object -First 1, and can be followed by another' {
        $before = (Get-NovitaSession).Requests
        (Get-NovitaInstance -All -PageSize 10 | Select-Object -First 1).Id | Should -Be $all[0].Id
        (Get-NovitaSession).Requests - $before | Should -Be 1

        (Get-NovitaInstance -All | Select-Object -First 2).Id | Should -Be $all[0, 1].Id
    }
}

Describe 'The everyday pipelines' {
    It 'list every instance once, in the order of the service' {
        $all.Id | Should -Be $raw.id
    }

    It 'filter GPUs and status together' {
        $found = Get-NovitaInstance -All | Where-Object { $_.GpuNum -ge 8 -and $_.Status -eq 'running' }
        $found.Count | Should -BeGreaterThan 0
        $found.Id | Should -Be $raw.Where{ $_.gpuNum -in '8', '16' -and $_.status -eq 'running' }.id
    }

    It 'sort GPUs as numbers' {
        $all | Sort-Object GpuNum -Unique | ForEach-Object GpuNum | Should -Be 0, 1, 2, 4, 8, 16
    }

    It 'add up GPUs' {
        ($all | Measure-Object GpuNum -Sum).Sum | Should -Be ($raw.gpuNum.ForEach([int]) | Measure-Object -Sum).Sum
    }

    It 'group statuses by cluster' {
        $groups = Get-NovitaInstance -Status exited, freezing -All | Group-Object ClusterName
        $expected = $raw.Where{ $_.status -in 'exited', 'freezing' } | Group-Object { "$($_.clusterName)" }
        $groups.Count | Should -BeGreaterThan 1
        $groups.ForEach{ "$($_.Name): $($_.Count)" } | Should -Be $expected.ForEach{ "$($_.Name): $($_.Count)" }
    }

    It 'find names and products by wildcards and sort them by their end, those without one first' {
        $found = Get-NovitaInstance -Name train-* -ProductName 'RTX 4090*' | Sort-Object EndTime
        $expected = $raw.Where{ $_.name -like 'train-*' -and $_.productName -like 'RTX 4090*' }
        $found.Id | Sort-Object | Should -Be ($expected.id | Sort-Object)
        $found[0].EndTime | Should -BeNullOrEmpty
        $ends = $expected.endTime.ForEach([long]).Where{ $_ -gt 0 } | Sort-Object
        $ends.Count | Should -BeGreaterThan 1
        $found.EndTime.Where{ $_ }.ForEach{ ([DateTimeOffset] $_).ToUnixTimeSeconds() } | Should -Be $ends
    }
}
