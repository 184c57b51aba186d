[Diagnostics.CodeAnalysis.SuppressMessage('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'A BeforeAll sets what an It uses.')]
param()

BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $cmdlets = (Import-PowerShellDataFile $root/Novita.psd1).CmdletsToExport
    $topics = (Get-Item $root/docs/about_*.md).BaseName

    # Read line by line and not by the tool that makes the help, so that the two check each other.
    $examples = foreach ($name in $cmdlets + $topics) {
        $block = $code = $null
        foreach ($line in Get-Content $root/docs/$name.md) {
            if (-not $block -and $line -match '^##+ (?<title>.+)') {
                $title = $Matches.title
            }
            elseif (-not $block -and $line -match '^```(?<language>\w*) ?(?<outcome>\w*)') {
                $block = @{ Page = $name; Title = $title; Language = $Matches.language; Outcome = $Matches.outcome; Lines = @() }
            }
            elseif ($block -and $line -eq '```') {
                if ($block.Language -eq 'powershell') {
                    $code = $block
                    $code.Code = $block.Lines -join "`n"
                    $code
                }
                elseif ($block.Language -eq 'output') {
                    $code.Output = $block.Lines -join "`n"
                }

                $block = $null
            }
            elseif ($block) {
                $block.Lines += $line
            }
        }
    }
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
        $full | Should -Match '(?s)NAME\s+\S+\s+SYNOPSIS\s+\S.*SYNTAX\s+\S.*DESCRIPTION\s+\S.*PARAMETERS\s+-.*INPUTS\s+\S.*OUTPUTS\s+\S.*NOTES\s+\S.*Example 1: .*RELATED LINKS\s+\S'
    }

    It 'has no line that is too wide, and no mark of markdown or of a page that is not filled' {
        ($full -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $full | Should -Not -Match '```|\]\(|\{\{|`-'
    }

    It 'shows for -Examples each one with its code and what it is about' {
        $text = Get-Help $name -Examples | Out-String -Width 200
        foreach ($example in $help.examples.example) {
            $text | Should -Match ([regex]::Escape($example.title))
            $example.remarks.Text -join '' | Should -Not -BeNullOrEmpty
        }
    }

    It 'shows for -Parameter * each one with its type and facts' {
        $command = Get-Command $name
        $text = Get-Help $name -Parameter * | Out-String -Width 100
        foreach ($parameter in $help.parameters.parameter) {
            $type = $command.Parameters[$parameter.name].ParameterType
            $type = ([Nullable]::GetUnderlyingType($type) ?? $type).Name
            $text | Should -Match "(?m)^-$($parameter.name) <$([regex]::Escape($type))>\r?\n    \S"
        }

        ([regex]::Matches($text, 'Accept pipeline input\?')).Count | Should -Be @($help.parameters.parameter).Count
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

Describe 'The examples of <Name>' -ForEach ($examples.Where{ $_.Page -in $cmdlets } | Group-Object { $_.Page } | ForEach-Object { @{ Name = $_.Name; Printed = $_.Group } }) {
    It 'are those that Get-Help prints' {
        (Get-Help $Name).examples.example.code | Should -BeExactly $Printed.Code
    }
}
