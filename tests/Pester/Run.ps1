#requires -Version 7.4

# Runs every test file here; the last line it prints is the count.

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0

$result = Invoke-Pester -Configuration @{
    Run    = @{ Path = $PSScriptRoot; PassThru = $true }
    Output = @{ Verbosity = 'Normal' }
}

# A file that does not load, and an AfterAll that fails, are failures without a failed test.
$failed = $result.FailedCount + @($result.FailedContainers.Where{ $_.FailedCount -eq 0 }).Count
$failed = [Math]::Max($failed, [int] ($result.Result -ne 'Passed'))
"Pester: $($result.PassedCount) passed, $failed failed, $($result.SkippedCount) skipped"
exit [int] ($failed -gt 0)
