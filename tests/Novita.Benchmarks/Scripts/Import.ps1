# Imports a module, tells the milliseconds, and names the HTTP and JSON assemblies that this has loaded.
param([string] $Module)
$ErrorActionPreference = 'Stop'
function Get-Loaded { [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name }

# The engine's own first command is not the module's fault.
Get-Module | Out-Null
$before = Get-Loaded
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module $Module
$elapsed = $watch.Elapsed.TotalMilliseconds
$unwanted = Get-Loaded | Where-Object { $_ -in 'System.Net.Http', 'System.Text.Json' -and $_ -notin $before }
[Console]::Out.WriteLine([string]::Format([cultureinfo]::InvariantCulture, '{0} {1}', $elapsed, ($unwanted -join ',')))
