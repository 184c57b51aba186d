# Dot-sourced: answers the lines of the benchmark as its own children do. The script that uses it says how to list.
function Measure-Listing([scriptblock] $Warm, [scriptblock] $Run, [scriptblock] $Check) {
    $null = & $Warm
    [Console]::Out.WriteLine('ready')
    while ($null -ne ($line = [Console]::In.ReadLine())) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        if ($line -eq 'check') {
            $seen = [pscustomobject]@{ Count = 0; First = 0.0; Ids = [Collections.Generic.HashSet[string]]::new() }
            & $Check | ForEach-Object {
                if ($seen.Count++ -eq 0) { $seen.First = $watch.Elapsed.TotalMilliseconds }
                $null = $seen.Ids.Add($_.id)
            }
            $answer = @{ count = $seen.Count; distinct = $seen.Ids.Count; firstMilliseconds = $seen.First }
        }
        else {
            $before = [Diagnostics.Process]::GetCurrentProcess().UserProcessorTime
            $watch.Restart()
            & $Run
            $elapsed = $watch.Elapsed
            $process = [Diagnostics.Process]::GetCurrentProcess()
            $answer = @{
                milliseconds = $elapsed.TotalMilliseconds
                processorMilliseconds = ($process.UserProcessorTime - $before).TotalMilliseconds
                peakBytes = $process.PeakWorkingSet64
            }
        }

        [Console]::Out.WriteLine(($answer | ConvertTo-Json -Compress))
    }
}
