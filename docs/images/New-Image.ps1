#requires -Version 7.4

<#
.SYNOPSIS
Makes the pictures of this folder again, from what the module shows of a simulated fleet.
.DESCRIPTION
Build first: dotnet build. session.svg, which the README repeats as text, and metrics.svg are the output of a real PowerShell, drawn with its colours. fleet-page.png is a
screenshot of the page that docs/recipes/Export-FleetPage.ps1 writes; it needs Chromium, and is left as it is where there is none.
.PARAMETER Path
The folder that takes the pictures.
.PARAMETER SkipPage
Leaves out the screenshot.
.EXAMPLE
dotnet build; pwsh ./docs/images/New-Image.ps1
#>
[CmdletBinding()]
param(
    [string] $Path = $PSScriptRoot,

    [switch] $SkipPage
)

$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/../../tests/Pester/Simulator.ps1"

$pictures = @{
    'session.svg' = @(
        'Get-NovitaInstance -Name train-*, render-* -Status running, exited -First 6'
        'Get-NovitaProduct -Available | Sort-Object Price | Select-Object -First 3'
        'Measure-NovitaCost -GroupBy ProductName | Sort-Object PerHour -Descending | Select-Object -First 4'
    )
    'metrics.svg' = @(
        'Get-NovitaInstance -Name *1 -Status running | Get-NovitaInstanceMetric -Latest | Sort-Object Gpu -Descending'
    )
}

# The colours of a dark terminal: of the module's statuses and bars, of table headers, and of PSReadLine's tokens.
$palette = @{
    '30' = '#484f58'; '31' = '#ff7b72'; '32' = '#3fb950'; '33' = '#d29922'; '34' = '#58a6ff'; '35' = '#bc8cff'; '36' = '#39c5cf'; '37' = '#b1bac4'
    '90' = '#6e7681'; '91' = '#ffa198'; '92' = '#56d364'; '93' = '#e3b341'; '94' = '#79c0ff'; '95' = '#d2a8ff'; '96' = '#56d4dd'; '97' = '#ffffff'
}
$plain = '#c9d1d9'
$escape = [char] 27

function Add-Colour([string] $Command) {
    $tokens = $null
    $null = [Management.Automation.Language.Parser]::ParseInput($Command, [ref] $tokens, [ref] $null)
    $text = $Command
    foreach ($token in $tokens | Sort-Object { $_.Extent.StartOffset } -Descending) {
        $code = if ($token.TokenFlags -band 'CommandName') { '93' } elseif ($token.Kind -eq 'Parameter') { '90' } else { continue }
        $start, $end = $token.Extent.StartOffset, $token.Extent.EndOffset
        $text = $text.Substring(0, $start) + "$escape[${code}m" + $text.Substring($start, $end - $start) + "$escape[0m" + $text.Substring($end)
    }

    "$escape[92mPS>$escape[0m $text"
}

function ConvertTo-Svg([string[]] $Line) {
    $advance, $height, $size, $margin, $bar = 8.4, 19, 14, 18, 34
    $columns = ($Line | ForEach-Object { ($_ -replace "$escape\[[\d;]*m").Length } | Measure-Object -Maximum).Maximum
    $across = [int] ($columns * $advance + 2 * $margin)
    $down = $Line.Count * $height + $bar + $margin

    "<svg xmlns=`"http://www.w3.org/2000/svg`" viewBox=`"0 0 $across $down`" width=`"$across`" height=`"$down`" role=`"img`">"
    "<rect width=`"$across`" height=`"$down`" rx=`"8`" fill=`"#0d1117`"/>"
    '<circle cx="20" cy="17" r="6" fill="#ff5f57"/><circle cx="40" cy="17" r="6" fill="#febc2e"/><circle cx="60" cy="17" r="6" fill="#28c840"/>'
    "<g font-family=`"ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace`" font-size=`"$size`">"
    $y = $bar + $size
    foreach ($entry in $Line) {
        $x, $fill, $weight = $margin, $plain, ''
        foreach ($part in [regex]::Split($entry, "($escape\[[\d;]*m)")) {
            if ($part -match "^$escape\[(?<codes>[\d;]*)m$") {
                foreach ($code in $Matches.codes -split ';') {
                    if ($code -in '', '0') { $fill, $weight = $plain, '' }
                    elseif ($code -eq '1') { $weight = ' font-weight="bold"' }
                    elseif ($palette.ContainsKey($code)) { $fill = $palette[$code] }
                }
            }
            else {
                # Each word has its place and its width, so that columns stand in line whatever font draws them.
                foreach ($word in [regex]::Matches($part, '\S+')) {
                    $left = [Math]::Round($x + $word.Index * $advance, 1)
                    $width = [Math]::Round($word.Length * $advance, 1)
                    $text = [Security.SecurityElement]::Escape($word.Value)
                    "<text x=`"$left`" y=`"$y`" fill=`"$fill`"$weight textLength=`"$width`" lengthAdjust=`"spacingAndGlyphs`">$text</text>"
                }

                $x += $part.Length * $advance
            }
        }

        $y += $height
    }

    '</g></svg>'
}

function Invoke-Shown([string] $Command) {
    Add-Colour $Command
    $shown = & ([scriptblock]::Create($Command)) | Out-String -Stream -Width 120 | ForEach-Object TrimEnd
    # One empty line between blocks, as a console that is read from top to bottom shows it.
    @($shown -join "`n" -replace '(?:\r?\n){3,}', "`n`n" -split "`n")
}

$rendering, $encoding = $PSStyle.OutputRendering, [Console]::OutputEncoding
$simulator = Open-Simulator -Argument '--key', 'sk_picture_0001'
try {
    $PSStyle.OutputRendering = 'Ansi'
    [Console]::OutputEncoding = [Text.UTF8Encoding]::new()
    Connect-Novita -Endpoint $simulator.Endpoint -ApiKey $simulator.Key
    foreach ($picture in $pictures.GetEnumerator()) {
        $lines = @($picture.Value | ForEach-Object { Invoke-Shown $_ })
        ConvertTo-Svg $lines | Set-Content -LiteralPath (Join-Path $Path $picture.Key) -Encoding utf8
        if ($picture.Key -eq 'session.svg' -and $Path -eq $PSScriptRoot) {
            # The README has the session as text too.
            $readme = Resolve-Path "$PSScriptRoot/../../README.md"
            $text = ($lines -join "`n" -replace "$escape\[[\d;]*m").TrimEnd().Replace('$', '$$')
            (Get-Content -LiteralPath $readme -Raw) -replace '(?s)(?<=```text\n).*?(?=\n```)', $text | Set-Content -LiteralPath $readme -NoNewline
        }
    }

    if ($SkipPage) { return }
    $chromium = Get-Command chromium, chromium-browser, google-chrome -ErrorAction Ignore | Select-Object -First 1
    if ($chromium) {
        $page = Join-Path ([IO.Path]::GetTempPath()) 'novita-fleet.html'
        & "$PSScriptRoot/../recipes/Export-FleetPage.ps1" -Path $page -DeadlineDays 30
        $shot = Join-Path (Resolve-Path $Path) fleet-page.png
        $options = '--headless', '--no-sandbox', '--hide-scrollbars', '--window-size=1000,1050', "--screenshot=$shot"
        & $chromium @options "file://$page" 2>$null
        Remove-Item -LiteralPath $page
    }
    else {
        Write-Warning 'There is no Chromium, so fleet-page.png stays as it is.'
    }
}
finally {
    $PSStyle.OutputRendering, [Console]::OutputEncoding = $rendering, $encoding
    Close-Simulator $simulator
}
