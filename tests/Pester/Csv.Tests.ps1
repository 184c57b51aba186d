[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator
    Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key
    $raw = Get-RawInstance $simulator
    $all = Get-NovitaInstance -All
    $properties = [Novita.Instance].GetProperties().Name
    $typeName = '\b(System|Novita|Microsoft)\.[A-Z]|\[\]|`\d|Collection|DisplayList'
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'The fleet through <Name>' -ForEach @(
    @{ Name = 'Export-Csv'; Export = { param($All) $All | Export-Csv TestDrive:/fleet.csv; Get-Content TestDrive:/fleet.csv -Raw } }
    @{ Name = 'ConvertTo-Csv'; Export = { param($All) ($All | ConvertTo-Csv) -join "`n" } }
) {
    BeforeAll {
        $text = & $Export $all
        $rows = $text | ConvertFrom-Csv
    }

    It 'has one row for each instance' {
        $rows.Id | Should -Be $raw.id
    }

    It 'has the public properties as columns, and none of the hidden ones of the views' {
        $rows[0].PSObject.Properties.Name | Should -Be $properties
    }

    It 'fills every column in some row' {
        foreach ($property in $properties) {
            $rows.$property.Where{ $_ }.Count | Should -BeGreaterThan 0 -Because $property
        }
    }

    It 'has no type name in any cell' {
        $cells = $rows.ForEach{ $_.PSObject.Properties.Value }
        $cells -match $typeName | Should -BeNullOrEmpty
    }

    It 'has no value of an environment variable, only the names' {
        $values = $raw.envs.value.Where{ $_.Length -gt 1 } | Sort-Object -Unique
        $values.Count | Should -BeGreaterThan 1
        foreach ($value in $values) {
            $text.Contains($value) | Should -BeFalse -Because $value
        }

        $rows.Envs | Should -Contain 'HF_HOME, JUPYTER_TOKEN'
    }

    It 'has no password' {
        $raw.sshPassword.Where{ $_ }.Count | Should -BeGreaterThan 1
        foreach ($password in $raw.sshPassword.Where{ $_ }) {
            $text.Contains($password) | Should -BeFalse
        }
    }

    It 'keeps numbers, times and lists readable' {
        $instance = $all.Where({ $_.EndTime -and $_.PortMappings.Count -gt 1 -and $_.VolumeMounts }, 'First')[0]
        $row = $rows.Where{ $_.Id -eq $instance.Id }
        [int] $row.GpuNum | Should -Be $instance.GpuNum
        [datetime] $row.EndTime | Should -Be $instance.EndTime
        $row.PortMappings | Should -Match '^\d+/(http|tcp)(, \d+/(http|tcp))+$'
        $row.VolumeMounts | Should -Match '^local \d+ GB /workspace'
    }
}

Describe 'A name with commas, quotes and line breaks' {
    BeforeAll {
        $name = "a, `"b`"; 'c'`r`nd`t=e"
        $stub = Open-Stub @{ id = 'odd'; name = $name; status = 'running' }
        Connect-Novita -Endpoint $stub.Endpoint -ApiKey $simulator.Key -Name odd
    }

    AfterAll {
        Close-Stub $stub
        Disconnect-Novita odd
    }

    It 'comes back from Import-Csv as it was' {
        Get-NovitaInstance -Session odd | Export-Csv TestDrive:/odd.csv
        $rows = @(Import-Csv TestDrive:/odd.csv)
        $rows.Count | Should -Be 1
        $rows[0].Name | Should -BeExactly $name
        $rows[0].SessionName | Should -Be 'odd'
    }
}
