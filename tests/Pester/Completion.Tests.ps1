[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator -Argument '--instances', '1'
    foreach ($name in 'default', 'team-a', "it's mine") {
        Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key -Name $name
    }

    function Get-Completion([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'Completion of -Status' {
    It 'offers every documented status, with its meaning' {
        $found = Get-Completion 'Get-NovitaInstance -Status '
        $found.CompletionText | Should -Be ([Novita.InstanceStatus]::Values.All.Key)
        $found.ToolTip | Should -Be ([Novita.InstanceStatus]::Values.All.Value)
    }

    It 'goes on from what was typed: <Typed>' -ForEach @(
        @{ Typed = 'fr'; Expected = 'freezing' }
        @{ Typed = 'RUN'; Expected = 'running' }
        @{ Typed = "'ex"; Expected = 'exited' }
        @{ Typed = 'exited, fr'; Expected = 'freezing' }
        @{ Typed = 'res'; Expected = 'restarting', 'resetting' }
    ) {
        (Get-Completion "Get-NovitaInstance -Status $Typed").ListItemText | Should -Be $Expected
    }
}

Describe 'Completion of -BillingMode' {
    It 'offers every documented way, with its meaning' {
        $found = Get-Completion 'New-NovitaInstance -BillingMode '
        $found.CompletionText | Should -Be ([Novita.BillingMode]::Values.All.Key)
        $found.ToolTip | Should -Be ([Novita.BillingMode]::Values.All.Value)
    }
}

Describe 'Completion of what was seen' {
    BeforeAll {
        $instance = Get-NovitaInstance
    }

    It 'offers the value of <Property>: <Line>' -ForEach @(
        @{ Line = 'Get-NovitaInstance -Id '; Property = 'Id' }
        @{ Line = 'Get-NovitaInstance -Name '; Property = 'Name' }
        @{ Line = 'Get-NovitaInstance '; Property = 'Name' }
        @{ Line = 'Get-NovitaInstance -ProductName '; Property = 'ProductName' }
        @{ Line = 'Watch-NovitaInstance -Name '; Property = 'Name' }
        @{ Line = 'Watch-NovitaInstance -ProductName '; Property = 'ProductName' }
        @{ Line = 'New-NovitaInstance -ProductId '; Property = 'ProductId' }
        @{ Line = 'New-NovitaInstance -ClusterId '; Property = 'ClusterId' }
        'Start', 'Stop', 'Restart', 'Remove', 'Set', 'Update', 'Move', 'Wait' | ForEach-Object {
            @{ Line = "$_-NovitaInstance "; Property = 'Id' }
            @{ Line = "$_-NovitaInstance -Id "; Property = 'Id' }
            @{ Line = "$_-NovitaInstance -Name "; Property = 'Name' }
        }
    ) {
        # Products and clusters come from the catalog too.
        $offered = (Get-Completion $Line).CompletionText.ForEach{ & ([scriptblock]::Create("Write-Output $_")) }
        $offered | Should -Contain $instance.$Property
        if ($Property -notin 'ProductId', 'ProductName', 'ClusterId') { $offered | Should -BeExactly $instance.$Property }
    }

    It 'offers the id to one who knows the name' {
        $found = Get-Completion "Stop-NovitaInstance $($instance.Name.Substring(0, 3))"
        $found.CompletionText.Trim("'") | Should -Be $instance.Id
        $found.ListItemText | Should -Be "$($instance.Name) ($($instance.Id))"
        $found.ToolTip | Should -Be "$($instance.Name), $($instance.Status), $($instance.ProductName)"
    }

    It 'shows no key' {
        'Get-NovitaInstance -Id ', 'Get-NovitaInstance -Session ', 'New-NovitaInstance -ProductId ' | ForEach-Object {
            $found = Get-Completion $_
            $found.CompletionText + $found.ListItemText + $found.ToolTip | Should -Not -Match $simulator.Key
        }
    }
}

Describe 'Completion of an odd name' {
    BeforeAll {
        $odd = "it's `"`$x`" [a]*;`e[31m`u{202e}"
        $stub = Open-Stub @{ id = '0dd'; name = $odd; status = 'running'; productName = "`e[32m4090" }
        Connect-Novita -Endpoint $stub.Endpoint -ApiKey $simulator.Key -Name odd
        Get-NovitaInstance -Session odd | Out-Null
    }

    AfterAll {
        Close-Stub $stub
        Disconnect-Novita odd
    }

    It 'is that name as code, and safe to print' {
        $found = Get-Completion 'Stop-NovitaInstance -Session odd -Name '
        & ([scriptblock]::Create("Write-Output $($found.CompletionText)")) | Should -BeExactly $odd
        $found.CompletionText + $found.ListItemText + $found.ToolTip | Should -Not -Match '[\x00-\x1f\x7f-\x9f\u202e]'
    }

    It 'is no pattern where patterns are taken' {
        $text = (Get-Completion 'Get-NovitaInstance -Session odd -Name ').CompletionText
        $pattern = & ([scriptblock]::Create("Write-Output $text"))
        [WildcardPattern]::ContainsWildcardCharacters($pattern) | Should -BeFalse
        [WildcardPattern]::Unescape($pattern) | Should -BeExactly $odd
    }
}

Describe 'Completion of sessions' {
    It 'offers the sessions there are: <_>' -ForEach 'Get-NovitaInstance -Session ', 'Disconnect-Novita -Session ', 'Disconnect-Novita ', 'Get-NovitaSession -Name ' {
        (Get-Completion $_).ListItemText | Should -Be 'default', 'team-a', "it's mine"
    }

    It 'goes on from what was typed' {
        (Get-Completion 'Get-NovitaInstance -Session TE').CompletionText | Should -Be 'team-a'
    }

    It 'offers the second of several' {
        (Get-Completion 'Get-NovitaInstance -Session default, te').CompletionText | Should -Be 'team-a'
    }

    It 'quotes a name that needs it, so that the completed line works' {
        $text = (Get-Completion "Get-NovitaInstance -Session it").CompletionText
        $text | Should -Be "'it''s mine'"
        & ([scriptblock]::Create("(Get-NovitaInstance -Session $text).SessionName")) | Should -Be "it's mine"
    }

    It 'shows where each leads' {
        (Get-Completion 'Get-NovitaInstance -Session te').ToolTip | Should -Be "$($simulator.Endpoint)/"
    }

    It 'offers nothing, and no error, where there is no session' {
        $errors = $Error.Count
        Get-Completion 'Get-NovitaInstance -Session nowhere -Name ' | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
        $Error.Count | Should -Be $errors
    }

    It 'offers no session that was ended' {
        Disconnect-Novita team-a
        (Get-Completion 'Get-NovitaInstance -Session ').ListItemText | Should -Be 'default', "it's mine"
    }
}
