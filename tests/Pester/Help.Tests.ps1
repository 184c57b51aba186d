[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $cmdlets = (Import-PowerShellDataFile $root/Novita.psd1).CmdletsToExport
    $topics = (Get-Item $root/docs/about_*.md).BaseName
}

BeforeAll {
    . $PSScriptRoot/Simulator.ps1
}

Describe 'The help of <_>' -ForEach $cmdlets {
    BeforeAll {
        $name = $_
        $rendering, $culture = $PSStyle.OutputRendering, [cultureinfo]::CurrentCulture
        $PSStyle.OutputRendering = 'PlainText'

        # Where PowerShell wraps at words.
        [cultureinfo]::CurrentCulture = 'en-GB'
        $help = Get-Help $name
        $full = Get-Help $name -Full | Out-String -Width 100
    }

    AfterAll {
        $PSStyle.OutputRendering, [cultureinfo]::CurrentCulture = $rendering, $culture
    }

    It 'has every section in its place' {
        $full | Should -Match '(?s)NAME\s+\S+\s+SYNOPSIS\s+\S.*SYNTAX\s+\S.*DESCRIPTION\s+\S.*PARAMETERS\s+-.*INPUTS\s+\S.*OUTPUTS\s+\S.*(NOTES\s+\S.*)?Example 1: .*RELATED LINKS\s+\S'
    }

    It 'has no line that is too wide, and no mark of markdown or of a page that is not filled' {
        ($full -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $full | Should -Not -Match '```|\]\(|\{\{|`-'
    }

    It 'describes every parameter, with its type and whether it is mandatory, and no other' {
        $common = [Management.Automation.Cmdlet]::CommonParameters
        $sets = (Get-Command $name).ParameterSets | Sort-Object IsDefault -Descending
        $parameters = $sets.Parameters.Where{ $_.Name -notin $common } | Group-Object Name | ForEach-Object { $_.Group[0] }
        $described = $help.parameters.parameter
        $described.name | Sort-Object | Should -Be ($parameters.Name | Sort-Object)
        foreach ($parameter in $parameters) {
            $shown = $described | Where-Object name -EQ $parameter.Name
            $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
            $shown.parameterValue | Should -Be $type.Name
            $shown.required | Should -Be "$($parameter.IsMandatory)"
        }
    }

    It 'is found where the language has no help of its own' {
        $language = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'de-DE'
            (Get-Help $name).Synopsis | Should -Be $help.Synopsis
        }
        finally {
            [cultureinfo]::CurrentUICulture = $language
        }
    }
}

Describe 'The topic <_>' -ForEach $topics {
    It 'is found, and fits a screen of 80 columns' {
        $text = Get-Help $_
        $text | Should -Match '(?s)^TOPIC\s+about_.*SHORT DESCRIPTION\s+\S.*LONG DESCRIPTION\s+\S'
        ($text -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }
}
