#requires -Version 7.4

<#
.SYNOPSIS
Runs Pester files and writes each test as it ended; the exit code tells whether all passed.
.PARAMETER Pester
The Pester module.
.PARAMETER Path
The test file, or the folder of several.
.PARAMETER ResultPath
The file that takes a line of JSON for each test: its name, and what failed.
#>
param(
    [Parameter(Mandatory)][string] $Pester,
    [string] $Path = $PSScriptRoot,
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester

$run = Invoke-Pester -Configuration @{
    Run    = @{ Path = $Path; PassThru = $true }
    Output = @{ Verbosity = 'Normal'; RenderMode = 'Plaintext' }
}

# A skipped test is a failed one: nothing that this layer needs may be missing. A block that failed has its own error.
$failures = @($run.Tests.Where{ $_.Result -ne 'Passed' }) + @($run.FailedBlocks) + @($run.FailedContainers)
$ownFrame = "$([regex]::Escape($PSScriptRoot)).*Tests\.ps1"
$results = foreach ($test in @($run.Tests) + @($run.FailedBlocks) + @($run.FailedContainers)) {
    $file = Split-Path ($test.ScriptBlock.File ?? $test.Item) -Leaf
    @{
        Name  = $test.ExpandedPath ? "$file, $($test.ExpandedPath)" : $file
        Error = $test.Result -eq 'Passed' ? $null : (@($test.Result) + @($test.ErrorRecord | ForEach-Object { "$_"; $_.ScriptStackTrace -split '\r?\n' -match $ownFrame })) -join "`n"
    } | ConvertTo-Json -Compress
}

if ($ResultPath) {
    $results | Set-Content -LiteralPath $ResultPath
}

exit [int] ($failures.Count -gt 0 -or $run.Result -ne 'Passed')
