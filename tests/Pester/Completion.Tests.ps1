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
        $found.CompletionText | Should -Be ([Novita.InstanceStatus]::All.Key)
        $found.ToolTip | Should -Be ([Novita.InstanceStatus]::All.Value)
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

    It 'offers no session that was ended' {
        Disconnect-Novita team-a
        (Get-Completion 'Get-NovitaInstance -Session ').ListItemText | Should -Be 'default', "it's mine"
    }
}
