[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator
    Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key
    $all = Get-NovitaInstance -All

    function Get-Line([string] $Text) {
        $Text -split '\r?\n' | Where-Object { $_.Trim() }
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Close-Simulator $simulator
}

Describe 'The table' {
    BeforeAll {
        $lines = Get-Line ($all | Out-String -Width 120)
    }

    It 'is what instances look like when nothing is said' {
        $lines | Should -Be (Get-Line ($all | Format-Table | Out-String -Width 120))
    }

    It 'cuts no cell at 120 columns' {
        $lines -match '\u2026|\.\.\.' | Should -BeNullOrEmpty
    }

    It 'shows the values of the instance in its line' {
        for ($i = 0; $i -lt $all.Count; $i++) {
            $instance = $all[$i]
            $gpu = $instance.GpuNum ? "$($instance.GpuNum) x $($instance.ProductName)" : $instance.ProductName
            $end = $instance.EndTime ? $instance.EndTime : $instance.SpotReclaimTime
            $cells = $instance.Id, $instance.Name, $instance.Status, $gpu, $instance.ClusterName, $instance.BillingMode, ($end ? $end.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture) : '')
            $lines[$i + 2].Trim() -replace ' +', ' ' | Should -Be ($cells.Where{ $_ } -join ' ')
        }
    }
}

Describe 'Colours at <Width> columns' -ForEach @(
    @{ Width = 79 }
    @{ Width = 120 }
    @{ Width = 200 }
) {
    BeforeAll {
        $plain = $all | Out-String -Width $Width
        $PSStyle.OutputRendering = 'Ansi'
        $coloured = $all | Out-String -Width $Width
        $PSStyle.OutputRendering = 'Host'
        $redirected = $all | Out-String -Width $Width
        $PSStyle.OutputRendering = 'PlainText'
    }

    AfterAll {
        $PSStyle.OutputRendering = 'PlainText'
    }

    It 'tell the statuses apart' {
        $coloured | Should -Match "\e\[32mrunning\e\[0m "
        $coloured | Should -Match "\e\[90mexited\e\[0m "
        $coloured | Should -Match "\e\[33mto\w+\e\[0m "
    }

    It 'end with each status' {
        Get-Line $coloured | Select-Object -Skip 2 | Should -Match '^[^\e]+\e\[\d\dm\w+\u2026?\e\[0m[^\e]*$'
    }

    It 'change no width' {
        (Get-Line ($coloured -replace '\e\[[\d;]*m')).TrimEnd() | Should -Be (Get-Line $plain).TrimEnd()
    }

    It 'are not in a text, nor in plain text' {
        $plain | Should -Not -Match '\e'
        $redirected | Should -Be $plain
    }
}

Describe 'Colours' {
    It 'are not in a file: <_>' -ForEach 'Out-File', 'Set-Content', 'redirection' {
        $path = Join-Path $TestDrive 'table.txt'
        $PSStyle.OutputRendering = 'Host'
        try {
            switch ($_) {
                'Out-File' { $all | Out-File $path }
                'Set-Content' { $all | Out-String | Set-Content $path }
                'redirection' { $all > $path }
            }
        }
        finally {
            $PSStyle.OutputRendering = 'PlainText'
        }

        Get-Content $path -Raw | Should -Match 'running'
        Get-Content $path -Raw | Should -Not -Match '\e'
    }

    It 'are not in <_>' -ForEach 'ConvertTo-Csv', 'ConvertTo-Json', 'ConvertTo-Html' {
        $PSStyle.OutputRendering = 'Ansi'
        try {
            $text = $all | & $_ -WarningAction Ignore | ForEach-Object { "$_" }
        }
        finally {
            $PSStyle.OutputRendering = 'PlainText'
        }

        $text | Should -Not -Match '\e|u001b'
    }

    It 'come through a job only as they are shown' {
        $far = Start-ThreadJob { [Management.Automation.PSSerializer]::Serialize($using:all) } | Receive-Job -Wait -AutoRemoveJob
        $far | Should -Not -Match '\e|_x001B_'
        $PSStyle.OutputRendering = 'Ansi'
        try {
            [Management.Automation.PSSerializer]::Deserialize($far) | Out-String -Width 120 | Should -Match "\e\[32mrunning\e\[0m "
        }
        finally {
            $PSStyle.OutputRendering = 'PlainText'
        }
    }

    It 'are off in a pwsh whose output is read, with NO_COLOR = <NoColor>' -ForEach @(
        @{ NoColor = '1'; Rendering = 'PlainText' }
        @{ NoColor = $null; Rendering = 'Host' }
    ) {
        $before = $env:NO_COLOR
        $env:NO_COLOR = $NoColor
        $env:NOVITA_API_KEY = $simulator.Key
        $env:NOVITA_ENDPOINT = $simulator.Endpoint
        try {
            $out = dotnet "$PSHOME/pwsh.dll" -NoProfile -Command "Import-Module '$PSScriptRoot/../../Novita.psd1'; `$PSStyle.OutputRendering.ToString(); Get-NovitaInstance -First 20"
        }
        finally {
            $env:NOVITA_API_KEY = $env:NOVITA_ENDPOINT = $null
            $env:NO_COLOR = $before
        }

        $out[0] | Should -Be $Rendering
        $out -join "`n" | Should -Match ' running '
        $out -join "`n" | Should -Not -Match '\e\[\d+mrunning'
    }
}

Describe 'The list' {
    BeforeAll {
        $instance = $all.Where({ $_.StatusError -and $_.Envs -and $_.PortMappings -and $_.VolumeMounts -and $_.Command }, 'First')[0]
        $text = $instance | Format-List | Out-String -Width 200
    }

    It 'shows <Label> as <Expression>' -ForEach @(
        @{ Label = 'Name'; Expression = '$instance.Name' }
        @{ Label = 'Id'; Expression = '$instance.Id' }
        @{ Label = 'Status'; Expression = '$instance.Status' }
        @{ Label = 'StatusError'; Expression = '"$($instance.StatusError.State): $($instance.StatusError.Message)"' }
        @{ Label = 'GPU'; Expression = '"$($instance.GpuNum) x $($instance.ProductName)"' }
        @{ Label = 'Machine'; Expression = '"$($instance.CpuNum) CPUs, $($instance.Memory) GB memory, $($instance.RootfsSize) GB disk"' }
        @{ Label = 'ImageUrl'; Expression = '$instance.ImageUrl' }
        @{ Label = 'Command'; Expression = '$instance.Command' }
        @{ Label = 'Envs'; Expression = '$instance.Envs.Key -join ", "' }
        @{ Label = 'PortMappings'; Expression = '$instance.PortMappings.ForEach{ "$($_.Port)/$($_.Type)" } -join ", "' }
        @{ Label = 'BillingMode'; Expression = '$instance.BillingMode' }
        @{ Label = 'SessionName'; Expression = '"default"' }
    ) {
        $value = & ([scriptblock]::Create($Expression))
        $text | Should -Match "(?m)^$Label +: $([regex]::Escape($value))\s*$"
    }

    It 'leaves out what an instance does not have' {
        $plain = $all.Where({ -not $_.StatusError -and -not $_.Command -and -not $_.EndTime -and -not $_.SpotStatus }, 'First')[0]
        $plain | Should -BeOfType Novita.Instance
        $plain | Format-List | Out-String | Should -Not -Match '(?m)^(StatusError|Command|Ends|SpotStatus) *:'
    }
}

Describe 'What the views show' {
    BeforeAll {
        $live = $all | Select-Object -First 20
        $detail = $live | Get-NovitaInstance
        $live | Export-Clixml (Join-Path $TestDrive 'live.xml')
        $detail | Export-Clixml (Join-Path $TestDrive 'detail.xml')
        $far = Import-Clixml (Join-Path $TestDrive 'live.xml')

        $constrained = [powershell]::Create([initialsessionstate]::CreateDefault2())
        $constrained.AddCommand('Import-Module').AddArgument("$PSScriptRoot/../../Novita.psd1").Invoke()
        $constrained.Runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
    }

    AfterAll {
        $constrained.Dispose()
    }

    It 'is no member of them' {
        (Get-TypeData '*Novita.*').Members.Keys | Should -BeNullOrEmpty
        $live[0].PSObject.Properties.Name | Should -Be $live[0].GetType().GetProperties().Name
    }

    It 'is not offered after "<_>"' -ForEach @(
        'Get-NovitaInstance | Where-Object '
        'Get-NovitaInstance | Select-Object '
        'Watch-NovitaInstance | Select-Object '
        '(Get-NovitaInstance).'
        '$live | Select-Object '
        '$live[0].'
        '$far[0].'
    ) {
        $offered = (TabExpansion2 $_).CompletionMatches.ListItemText
        $offered | Should -Contain 'Name'
        $offered | Where-Object { $_ -match 'View$' } | Should -BeNullOrEmpty
    }

    It 'is the same of what was in a file, and in constrained language: <Name> by <View>' -ForEach @(
        @{ Name = 'live'; View = 'Format-Table' }
        @{ Name = 'live'; View = 'Format-List' }
        @{ Name = 'detail'; View = 'Format-List' }
    ) {
        $text = Get-Variable $Name -ValueOnly | & $View | Out-String -Width 200
        $text | Should -Match $live[0].Name
        Import-Clixml (Join-Path $TestDrive "$Name.xml") | & $View | Out-String -Width 200 | Should -Be $text

        $constrained.Commands.Clear()
        $null = $constrained.AddCommand($View).AddCommand('Out-String').AddParameter('Width', 200)
        $constrained.Invoke((Get-Variable $Name -ValueOnly)) | Should -Be $text
    }

    It 'keeps the ports that a job made texts of' {
        $instance = $detail.Where({ $_.PortMappings.Count -gt 1 }, 'First')[0]
        $instance | Should -BeOfType Novita.Instance
        $received = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($instance))
        $text = $received | Format-List | Out-String
        $instance.PortMappings | ForEach-Object { $text | Should -Match "$($_.Port)/$($_.Type)" }
    }
}

Describe 'The session' {
    It 'is a table that shows the end of the key and the requests' {
        $lines = Get-Line (Get-NovitaSession | Out-String -Width 120)
        $lines.Count | Should -Be 3
        $lines[0] | Should -Match '^Name +Endpoint +ApiKeyLastFour +ConnectedAt +Requests +Retries$'
        $lines[2] | Should -Match "^default +$([regex]::Escape($simulator.Endpoint))/? +$($simulator.Key[-4..-1] -join '') .* \d+ +0$"
    }
}
