<#
.SYNOPSIS
Calls a script for each spot instance that is about to be taken back.
.DESCRIPTION
It looks at the list again and again, and calls the script once for each notice, one that came before the start too; a notice
whose time changes is another one. A list that cannot be read, or not to its end, is a warning, a script that fails is an error,
and it goes on; a key that is refused ends it.

The scripts run one after another, the most urgent first, and the next look waits for them: let one that takes long start a job.
.PARAMETER Action
What to do. It is given the id, the name and the time that is left, never below zero; the time is null where the service does
not tell it.
.PARAMETER IntervalSec
How often to look.
.PARAMETER TimeoutSec
How long to watch; without it, until it is stopped.
.EXAMPLE
./Watch-SpotNotice.ps1 -Action { param($Id, $Name, $Left) ./checkpoint.ps1 $Id }
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [scriptblock] $Action,

    [ValidateRange(1, 86400)]
    [int] $IntervalSec = 10,

    [ValidateRange(1, [int]::MaxValue)]
    [int] $TimeoutSec = [int]::MaxValue
)

$passing = '^(ListIncomplete|ServiceUnavailable|ConnectionFailed|RequestTimedOut|RateLimited|ResponseInvalid),'
$handled = [Collections.Generic.HashSet[string]]::new()
$clock = [Diagnostics.Stopwatch]::StartNew()

while ($true) {
    $notified = try {
        Get-NovitaInstance -All -ErrorAction Stop | Where-Object SpotStatus -eq notified
    } catch {
        if ($_.FullyQualifiedErrorId -notmatch $passing) { throw }
        Write-Warning "$_ Looking again."
    }

    foreach ($instance in $notified | Sort-Object SpotReclaimTime) {
        if (-not $handled.Add("$($instance.Id) $($instance.SpotReclaimTime)")) { continue }

        $left = if ($instance.SpotReclaimTime) {
            [timespan]::FromTicks([Math]::Max(0L, ($instance.SpotReclaimTime.ToUniversalTime() - [datetime]::UtcNow).Ticks))
        }
        try {
            & $Action $instance.Id $instance.Name $left
        } catch {
            Write-Error "The action failed for $($instance.Name) ($($instance.Id)): $_" -ErrorAction Continue
        }
    }

    $remaining = $TimeoutSec - $clock.Elapsed.TotalSeconds
    if ($remaining -le 0) { break }
    Start-Sleep -Milliseconds (1000 * [Math]::Min([double] $IntervalSec, $remaining))
}
