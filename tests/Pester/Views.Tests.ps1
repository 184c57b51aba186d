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
    It 'shows the values of each instance in its line, and cuts none at 120 columns' {
        $lines = Get-Line ($all | Out-String -Width 120)
        for ($i = 0; $i -lt $all.Count; $i++) {
            $instance = $all[$i]
            $gpu = $instance.GpuNum ? "$($instance.GpuNum) x $($instance.ProductName)" : $instance.ProductName
            $end = $instance.EndTime ? $instance.EndTime : $instance.SpotReclaimTime
            $cells = $instance.Id, $instance.Name, $instance.Status, $gpu, $instance.ClusterName, $instance.BillingMode, ($end ? $end.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture) : '')
            $lines[$i + 2].Trim() -replace ' +', ' ' | Should -Be ($cells.Where{ $_ } -join ' ')
        }
    }
}

Describe 'Colours at <_> columns' -ForEach 79, 120, 200 {
    It 'tell the statuses apart, end with each status, change no width, and are in no text' {
        try {
            $plain = $all | Out-String -Width $_
            $PSStyle.OutputRendering = 'Ansi'
            $coloured = $all | Out-String -Width $_
            $PSStyle.OutputRendering = 'Host'
            $redirected = $all | Out-String -Width $_
        }
        finally {
            $PSStyle.OutputRendering = 'PlainText'
        }

        "\e\[32mrunning\e\[0m ", "\e\[90mexited\e\[0m ", "\e\[33mto\w+\e\[0m " | ForEach-Object { $coloured | Should -Match $_ }
        Get-Line $coloured | Select-Object -Skip 2 | Should -Match '^[^\e]+\e\[\d\dm\w+\u2026?\e\[0m[^\e]*$'
        (Get-Line ($coloured -replace '\e\[[\d;]*m')).TrimEnd() | Should -Be (Get-Line $plain).TrimEnd()
        $plain | Should -Not -Match '\e'
        $redirected | Should -Be $plain
    }
}

Describe 'Colours' {
    It 'are not in a file, whether of Out-File or of redirection' {
        $PSStyle.OutputRendering = 'Host'
        try {
            $all | Out-File TestDrive:/table.txt
            $all >> TestDrive:/table.txt
        }
        finally {
            $PSStyle.OutputRendering = 'PlainText'
        }

        Get-Content TestDrive:/table.txt -Raw | Should -Match '(?s)running.*Status.*running'
        Get-Content TestDrive:/table.txt -Raw | Should -Not -Match '\e'
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
        'Watch-NovitaInstance | Select-Object '
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
}

Describe 'The session' {
    It 'is a table that shows the end of the key and the requests' {
        $lines = Get-Line (Get-NovitaSession | Out-String -Width 120)
        $lines.Count | Should -Be 3
        $lines[0] | Should -Match '^Name +Endpoint +ApiKeyLastFour +ConnectedAt +Requests +Retries$'
        $lines[2] | Should -Match "^default +$([regex]::Escape($simulator.Endpoint))/? +$($simulator.Key[-4..-1] -join '') .* \d+ +0$"
    }
}
