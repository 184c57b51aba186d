# How to test a script that uses the module: Get-ExpiringInstance.ps1 with a mock in place of the service.

BeforeAll {
    # In a checkout; an installed module needs no path.
    Import-Module "$PSScriptRoot/../../Novita.psd1"
}

Describe 'Get-ExpiringInstance' {
    It 'lists what ends soon, the next first' {
        Mock Get-NovitaInstance {
            [Novita.Instance] @{ Id = 'b'; Name = 'later'; EndTime = (Get-Date).AddDays(5) }
            [Novita.Instance] @{ Id = 'a'; Name = 'soon'; EndTime = (Get-Date).AddDays(1) }
            [Novita.Instance] @{ Id = 'c'; Name = 'next month'; EndTime = (Get-Date).AddDays(30) }
            [Novita.Instance] @{ Id = 'd'; Name = 'paid by the hour' }
        }

        (& "$PSScriptRoot/Get-ExpiringInstance.ps1" -Days 7).Name | Should -Be 'soon', 'later'

        Should -Invoke Get-NovitaInstance -Exactly 1 -ParameterFilter { $All }
    }

    It 'writes nothing for an empty fleet' {
        Mock Get-NovitaInstance

        & "$PSScriptRoot/Get-ExpiringInstance.ps1" | Should -BeNullOrEmpty
    }

    It 'ends where the list is not confirmed' {
        Mock Get-NovitaInstance {
            throw [Management.Automation.ErrorRecord]::new([Exception]::new('3 of 4 instances were found.'), 'ListIncomplete', 'InvalidResult', $null)
        }

        { & "$PSScriptRoot/Get-ExpiringInstance.ps1" } | Should -Throw -ErrorId 'ListIncomplete*'
    }
}
