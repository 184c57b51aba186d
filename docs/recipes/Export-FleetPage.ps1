<#
.SYNOPSIS
Writes one HTML page about the fleet: what runs, what it cost, what ends soon and what is idle.
.DESCRIPTION
The key comes from $env:NOVITA_API_KEY. The page is one file without scripts, and it loads nothing: it can be mailed, printed or put on any
web server. The file appears only when everything on it could be read; otherwise an older page stays as it is. Times are local. Days of
costs are UTC, as the bills have them.
.PARAMETER Path
The file. It is replaced.
.PARAMETER Days
How many days of costs to show. The last day is yesterday.
.PARAMETER DeadlineDays
How far to look ahead for deadlines.
.PARAMETER IdleWindow
How long the GPUs of an idle instance must have done nothing.
.EXAMPLE
./Export-FleetPage.ps1 -Path fleet.html
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [ValidateRange(1, 92)]
    [int] $Days = 30,

    [ValidateRange(1, 3650)]
    [int] $DeadlineDays = 14,

    [timespan] $IdleWindow = '01:00:00'
)

$ErrorActionPreference = 'Stop'
$invariant = [cultureinfo]::InvariantCulture

# A name is a text that somebody typed. Markup is escaped, characters that turn the direction of a text are written out, and <bdi> keeps
# a name that is written from right to left from moving what stands beside it.
function ConvertTo-Html([AllowNull()] $Text) {
    $visible = [regex]::Replace("$Text", '[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]', { '\u{0:X4}' -f [int] $args[0].Value[0] })
    '<bdi>{0}</bdi>' -f [Net.WebUtility]::HtmlEncode($visible)
}

function Format-Number([AllowNull()] $Number, [string] $Format = 'N2') {
    if ($null -eq $Number) { 'unknown' } else { ([decimal] $Number).ToString($Format, $invariant) }
}

function Format-Share([decimal] $Part, [decimal] $Whole) {
    if ($Whole -gt 0) { [Math]::Max(0, 100 * $Part / $Whole).ToString('0.##', $invariant) } else { '0' }
}

function New-Tile([string] $Label, [string] $Value, [string] $Note) {
    "<div class=`"tile`"><span>$Label</span><strong>$Value</strong> <span>$Note</span></div>"
}

function New-Ranking([string] $Title, [object[]] $Group) {
    $top, $rest = ($Group | Sort-Object @{ Expression = 'Count'; Descending = $true }, Name).Where({ $true }, 'Split', 8)
    if ($rest) {
        $top += [pscustomobject] @{ Name = "$($rest.Count) others"; Count = ($rest | Measure-Object Count -Sum).Sum }
    }

    $most = ($Group | Measure-Object Count -Maximum).Maximum
    "<section><h2>$Title</h2><table class=`"ranking`">"
    foreach ($entry in $top) {
        $label = if ($entry.Name) { ConvertTo-Html $entry.Name } else { '(none)' }
        "<tr><th scope=`"row`">$label</th><td><i style=`"width:$(Format-Share $entry.Count $most)%`"></i></td><td>$($entry.Count)</td></tr>"
    }
    '</table></section>'
}

# A column is a heading and the class of its cells; a row is a list of cells, which are HTML.
function New-Table([string] $Title, [Collections.Specialized.OrderedDictionary] $Column, [object[]] $Row, [string] $Empty) {
    "<section><h2>$Title</h2>"
    if ($Row) {
        '<div class="wide"><table><thead><tr>'
        $Column.GetEnumerator() | ForEach-Object { "<th scope=`"col`" class=`"$($_.Value)`">$($_.Key)</th>" }
        '</tr></thead><tbody>'
        foreach ($cells in $Row) {
            $classes = @($Column.Values)
            '<tr>{0}</tr>' -f (-join (0..($cells.Count - 1) | ForEach-Object { "<td class=`"$($classes[$_])`">$($cells[$_])</td>" }))
        }

        '</tbody></table></div>'
    } else {
        "<p>$Empty</p>"
    }

    '</section>'
}

$today = [datetime]::UtcNow.Date
$fleet = @(Get-NovitaInstance -All)
$running = @($fleet | Where-Object Status -EQ running)
$estimate = $fleet | Measure-NovitaCost
$costs = @(Get-NovitaCostReport -After $today.AddDays(-$Days) -Before $today -GroupBy Day)
$deadlines = @(Get-NovitaDeadline -Days $DeadlineDays)
$idle = @(Find-NovitaIdleInstance -Window $IdleWindow | Sort-Object PerHour -Descending)

$byDay = @{}
foreach ($line in $costs) { $byDay[$line.Group] += $line.Amount }
$bars = foreach ($back in $Days..1) {
    $day = $today.AddDays(-$back).ToString('yyyy-MM-dd', $invariant)
    [pscustomobject] @{ Day = $day; Amount = [decimal] $byDay[$day] }
}
$highest = [decimal] ($bars | Measure-Object Amount -Maximum).Maximum
$spent = [decimal] 0
$costs | ForEach-Object { $spent += $_.Amount }
$wasted = [decimal] 0
$idle | ForEach-Object { $wasted += $_.PerHour }

$style = @'
:root { color-scheme: light dark; --text: #1c2430; --soft: #5b6675; --page: #f5f7fa; --card: #fff; --line: #dde3ea; --bar: #2f6fdb; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6ebf2; --soft: #9aa7b8; --page: #10151c; --card: #19212b; --line: #2b3643; --bar: #6ea3ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 70rem; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0 0 .6rem; font-size: 1.05rem; }
header p, footer, .tile span { color: var(--soft); font-size: .875rem; margin: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1rem 0; }
.tile, section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; break-inside: avoid; }
.tile span, .tile strong { display: block; }
.tile strong { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: .75rem; }
section { margin-bottom: .75rem; }
section p { margin: 0; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; padding: .3rem .9rem .3rem 0; vertical-align: top; overflow-wrap: break-word; }
thead th { color: var(--soft); font-weight: 600; border-bottom: 1px solid var(--line); }
tbody td { border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border: 0; }
th.number, td.number { text-align: end; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.when { white-space: nowrap; }
.wide { overflow-x: auto; }
.wide table { min-width: 32rem; }
@media (max-width: 34rem) {
  .wide table { min-width: 0; font-size: .8rem; }
  th, td { padding-right: .6rem; }
  .when { white-space: normal; }
}
.ranking th { font-weight: normal; width: 45%; }
.ranking td { border: 0; vertical-align: middle; }
.ranking td:last-child { text-align: end; width: 3rem; padding-right: 0; font-variant-numeric: tabular-nums; }
.ranking i { display: block; height: .7rem; min-width: 2px; background: var(--bar); border-radius: 2px; }
.days { display: flex; align-items: flex-end; gap: 2px; height: 10rem; border-bottom: 1px solid var(--line); margin: 0; padding: 0; list-style: none; }
.days li { flex: 1; height: 100%; display: flex; align-items: flex-end; }
.days i { flex: 1; background: var(--bar); border-radius: 2px 2px 0 0; }
.axis { display: flex; justify-content: space-between; color: var(--soft); font-size: .8rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { margin: 1rem 0; }
@media print {
  :root { --text: #000; --soft: #444; --page: #fff; --card: #fff; --line: #bbb; --bar: #555; }
  body { padding: 0; font-size: 11pt; max-width: none; }
  .ranking i, .days i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
'@

$page = & {
    '<!DOCTYPE html>'
    '<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />'
    '<meta http-equiv="Content-Security-Policy" content="default-src ''none''; style-src ''unsafe-inline''" />'
    "<title>Novita fleet</title><style>$style</style></head><body>"
    '<header><h1>Novita fleet</h1><p>{0}</p></header>' -f (Get-Date).ToString("d MMMM yyyy, HH:mm 'UTC'zzz", $invariant)

    '<div class="tiles">'
    New-Tile Instances $fleet.Count "$($running.Count) running"
    New-Tile 'Cost now' (Format-Number ($estimate | Measure-Object PerHour -Sum).Sum) 'USD/h, estimated'
    New-Tile "Last $Days days" (Format-Number $spent) 'USD billed'
    New-Tile Deadlines $deadlines.Count "in the next $DeadlineDays days"
    New-Tile Idle $idle.Count "$(Format-Number $wasted) USD/h"
    '</div>'

    '<div class="two">'
    New-Ranking 'By status' ($fleet | Group-Object Status)
    New-Ranking 'By product' ($fleet | Group-Object ProductName)
    '</div>'

    "<section><h2>Cost a day, USD</h2><p>Highest: $(Format-Number $highest)</p><ol class=`"days`">"
    foreach ($bar in $bars) {
        $label = "$($bar.Day): $(Format-Number $bar.Amount) USD"
        "<li title=`"$label`"><i style=`"height:$(Format-Share $bar.Amount $highest)%`"></i><span class=`"hidden`">$label</span></li>"
    }
    "</ol><div class=`"axis`"><span>$($bars[0].Day)</span><span>$($bars[-1].Day)</span></div></section>"

    $columns = [ordered] @{ When = 'when'; Instance = ''; Consequence = '' }
    New-Table Deadlines $columns -Empty "Nothing ends in the next $DeadlineDays days." -Row @(
        foreach ($deadline in $deadlines) {
            , @(
                $deadline.Time.ToString('yyyy-MM-dd HH:mm', $invariant)
                ConvertTo-Html $(if ($deadline.Name) { $deadline.Name } else { $deadline.Id })
                ConvertTo-Html $deadline.Consequence
            )
        })

    $columns = [ordered] @{ Instance = ''; 'Highest GPU, %' = 'number'; 'Idle since' = 'when'; 'USD/h' = 'number' }
    New-Table 'Idle instances' $columns -Empty "No instance was idle for $IdleWindow." -Row @(
        foreach ($instance in $idle) {
            , @(
                ConvertTo-Html $(if ($instance.Name) { $instance.Name } else { $instance.Id })
                Format-Number $instance.Gpu N1
                $instance.Since.ToString('yyyy-MM-dd HH:mm', $invariant)
                Format-Number $instance.PerHour
            )
        })

    '<footer>The cost now is an estimate from list prices. The cost a day is what was billed, by day in UTC.</footer></body></html>'
}

$part = "$Path.part"
try {
    $page | Set-Content -LiteralPath $part -Encoding utf8
    Move-Item -LiteralPath $part -Destination $Path -Force
} finally {
    Remove-Item -LiteralPath $part -ErrorAction Ignore
}
