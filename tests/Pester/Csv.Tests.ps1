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

Describe 'The fleet through Export-Csv' {
    BeforeAll {
        $all | Export-Csv TestDrive:/fleet.csv
        $text = Get-Content TestDrive:/fleet.csv -Raw
        $rows = $text | ConvertFrom-Csv
    }

    It 'has one row for each instance' {
        $rows.Id | Should -Be $raw.id
    }

    It 'has the public properties as columns, and none of the hidden ones of the views' {
        $rows[0].PSObject.Properties.Name | Should -Be $properties
    }

    It 'has no type name in any cell' {
        $cells = $rows.ForEach{ $_.PSObject.Properties.Value }
        $cells -match $typeName | Should -BeNullOrEmpty
    }

    It 'has no password and no value of an environment variable, only the names' {
        $secrets = @($raw.sshPassword; $raw.envs.value).Where{ $_.Length -gt 1 } | Sort-Object -Unique
        $secrets.Count | Should -BeGreaterThan 2
        $secrets.Where{ $text.Contains($_) } | Should -BeNullOrEmpty
        $rows.Envs | Should -Contain 'HF_HOME, JUPYTER_TOKEN'
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
    It 'comes back from Import-Csv as it was' {
        $name = "a, `"b`"; 'c'`r`nd`t=e"
        New-NovitaInstance -Name $name -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl img:tag -Confirm:$false | Export-Csv TestDrive:/odd.csv

        $rows = @(Import-Csv TestDrive:/odd.csv)
        $rows.Count | Should -Be 1
        $rows[0].Name | Should -BeExactly $name
    }
}
