#requires -Version 7.4

# For the BeforeAll of a test file: imports the module, and has what starts and stops the simulator on loopback.

Import-Module (Join-Path $PSScriptRoot '../../Novita.psd1')

function Open-Simulator {
    <#
    .SYNOPSIS
    Starts the simulator on a free loopback port, and takes the variables away that would lead the module elsewhere.
    .PARAMETER Argument
    Options of the simulator program.
    #>
    param([string[]] $Argument = @())

    $start = [Diagnostics.ProcessStartInfo] @{
        FileName               = Find-Simulator
        RedirectStandardOutput = $true
    }
    $Argument.ForEach{ $start.ArgumentList.Add($_) }
    $simulator = [pscustomobject] @{
        Process     = [Diagnostics.Process]::Start($start)
        Endpoint    = $null
        Key         = $null
        Environment = @{ NOVITA_API_KEY = $env:NOVITA_API_KEY; NOVITA_ENDPOINT = $env:NOVITA_ENDPOINT }
    }
    $env:NOVITA_API_KEY = $env:NOVITA_ENDPOINT = $null

    try {
        $line = $simulator.Process.StandardOutput.ReadLineAsync().WaitAsync([timespan]::FromSeconds(30)).GetAwaiter().GetResult()
        if ($line -notmatch 'instances at (?<endpoint>\S+), key (?<key>\S+)\.') {
            throw "The simulator did not start: $line"
        }

        $simulator.Endpoint = $Matches.endpoint
        $simulator.Key = $Matches.key
        $simulator
    }
    catch {
        Close-Simulator $simulator
        throw
    }
}

function Close-Simulator {
    <#
    .SYNOPSIS
    Ends the sessions and the simulator, and puts the variables back.
    #>
    param([AllowNull()] $Simulator)

    try {
        Disconnect-Novita -All
    }
    finally {
        if ($Simulator) {
            $Simulator.Process.Kill()
            $Simulator.Process.WaitForExit()
            $Simulator.Process.Dispose()
            $Simulator.Environment.GetEnumerator().ForEach{ [Environment]::SetEnvironmentVariable($_.Key, $_.Value) }
        }
    }
}

function Find-Simulator {
    <#
    .SYNOPSIS
    Gives the path of the simulator that was built last.
    #>
    $folder = Join-Path $PSScriptRoot '../../artifacts/bin/Novita.Simulator'
    $built = Get-Item "$folder/*/Novita.Simulator.dll" | Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $built) {
        throw 'The simulator is not built: run "dotnet build tests/Novita.Simulator" first.'
    }

    Join-Path $built.DirectoryName ($IsWindows ? 'Novita.Simulator.exe' : 'Novita.Simulator')
}

function Get-RawInstance {
    <#
    .SYNOPSIS
    Gives the simulator's instances as they come over the wire.
    #>
    param($Simulator)

    $uri = "$($Simulator.Endpoint)/gpu-instance/openapi/v1/gpu/instances?pageSize=10000&pageNum=0"
    (Invoke-RestMethod $uri -Headers @{ Authorization = "Bearer $($Simulator.Key)" } -NoProxy).instances
}
