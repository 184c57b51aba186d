[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator
    Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key
    $raw = Get-RawInstance $simulator
    $all = Get-NovitaInstance -All

    function Measure-Request([scriptblock] $Script) {
        $before = (Get-NovitaSession).Requests
        & $Script | Out-Null
        (Get-NovitaSession).Requests - $before
    }
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'A pipeline that ends early' {
    It 'sends one request for Select-Object -First 1' {
        Measure-Request { Get-NovitaInstance | Select-Object -First 1 } | Should -Be 1
    }

    It 'sends one request for Select-Object -First 1, also with -All and small pages' {
        Measure-Request { Get-NovitaInstance -All -PageSize 10 | Select-Object -First 1 } | Should -Be 1
    }

    It 'sends more requests when it is read to the end' {
        Measure-Request { Get-NovitaInstance -All } | Should -BeGreaterThan 2
    }

    It 'can be followed by another' {
        $first = Get-NovitaInstance -All | Select-Object -First 1
        $again = Get-NovitaInstance -All | Select-Object -First 2
        $again.Id | Should -Be $all[0, 1].Id
        $first.Id | Should -Be $all[0].Id
    }
}

Describe 'The everyday pipelines' {
    It 'list every instance once, in the order of the service' {
        $all.Id | Should -Be $raw.id
    }

    It 'filter GPUs as numbers' {
        $found = Get-NovitaInstance -All | Where-Object GpuNum -GE 8
        $found.GpuNum | Sort-Object -Unique | Should -Be 8, 16
        $found.Id | Should -Be $raw.Where{ $_.gpuNum -in '8', '16' }.id
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

    It 'make plain objects with Select-Object' {
        $row = $all | Select-Object Name, GpuNum -First 1
        $row.PSObject.Properties.Name | Should -Be 'Name', 'GpuNum'
        $row.Name | Should -Be $raw[0].name
    }
}

Describe 'How many are listed' {
    It 'is 100 with one warning that says of how many, and names -All' {
        $found = Get-NovitaInstance -WarningVariable warnings -WarningAction SilentlyContinue
        $found.Count | Should -Be 100
        $warnings.Count | Should -Be 1
        $warnings[0].Message | Should -Match '\b100 of 250\b.*-All\b'
    }

    It 'is every one with <Name>, without a warning' -ForEach @(
        @{ Name = '-All'; Parameters = @{ All = $true } }
        @{ Name = '-First 1000'; Parameters = @{ First = 1000 } }
    ) {
        $found = Get-NovitaInstance @Parameters -WarningVariable warnings
        $found.Count | Should -Be 250
        $warnings | Should -BeNullOrEmpty
    }

    It 'is what -First and -Skip say' {
        $found = Get-NovitaInstance -First 5 -Skip 3 -WarningVariable warnings
        $found.Id | Should -Be $all[3..7].Id
        $warnings | Should -BeNullOrEmpty
    }

    It 'is what is left after -Skip' {
        (Get-NovitaInstance -All -Skip 248).Id | Should -Be $all[248, 249].Id
    }

    It 'is told first by -IncludeTotalCount' {
        $found = Get-NovitaInstance -First 3 -IncludeTotalCount
        $found.Count | Should -Be 4
        $found[0] | Should -BeOfType uint64
        $found[0] | Should -Be 250
        $found[0].Accuracy | Should -Be 1
        "$($found[0])" | Should -Match '250'
        $found[1..3].Id | Should -Be $all[0..2].Id
    }

    It 'is told by -IncludeTotalCount -First 0 alone' {
        $total = Get-NovitaInstance -First 0 -IncludeTotalCount
        @($total).Count | Should -Be 1
        $total | Should -Be 250
    }
}
