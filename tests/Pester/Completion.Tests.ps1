[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
    $simulator = Open-Simulator -Argument '--instances', '1'
    Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key -Name "it's mine"
    $instance = Get-NovitaInstance

    function Get-Completion([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

AfterAll {
    Close-Simulator $simulator
}

Describe 'The Tab key' {
    It 'offers every documented value of <Line>, with its meaning' -ForEach @(
        @{ Line = 'Get-NovitaInstance -Status '; Type = 'Novita.InstanceStatus' }
        @{ Line = 'New-NovitaInstance -BillingMode '; Type = 'Novita.BillingMode' }
    ) {
        $found = Get-Completion $Line
        $found.CompletionText | Should -Be ($Type -as [type])::Values.All.Key
        $found.ToolTip | Should -Be ($Type -as [type])::Values.All.Value
    }

    It 'offers the id to one who knows the name' {
        $found = Get-Completion "Stop-NovitaInstance $($instance.Name.Substring(0, 3))"
        $found.CompletionText.Trim("'") | Should -Be $instance.Id
        $found.ListItemText | Should -Be "$($instance.Name) ($($instance.Id))"
        $found.ToolTip | Should -Be "$($instance.Name), $($instance.Status), $($instance.ProductName)"
    }

    It 'quotes a session that needs it, so that the completed line works, and shows where it leads' {
        $found = Get-Completion 'Get-NovitaInstance -Session it'
        $found.CompletionText | Should -Be "'it''s mine'"
        $found.ToolTip | Should -Be "$($simulator.Endpoint)/"
        & ([scriptblock]::Create("(Get-NovitaInstance -Session $($found.CompletionText)).SessionName")) | Should -Be "it's mine"
    }

    It 'leaves no error where there is nothing to offer' {
        $errors = $Error.Count
        Get-Completion 'Get-NovitaInstance -Session nowhere -Name ' | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
        $Error.Count | Should -Be $errors
    }
}
