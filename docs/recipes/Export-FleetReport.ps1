<#
.SYNOPSIS
Writes the whole fleet to a CSV file, for a nightly job.
.DESCRIPTION
The key comes from $env:NOVITA_API_KEY. The file appears only when the list is known to be complete: it is written beside its
place first, as Path.part, so that whoever reads it never finds half of it. Times are ISO 8601 with their offset, which every tool reads.
.PARAMETER Path
The file. It is replaced.
.EXAMPLE
./Export-FleetReport.ps1 -Path fleet.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path
)

$ErrorActionPreference = 'Stop'

function ConvertTo-IsoTime([AllowNull()] $Time) {
    if ($Time) { ([datetimeoffset] $Time).ToString('yyyy-MM-ddTHH:mm:sszzz', [cultureinfo]::InvariantCulture) }
}

$part = "$Path.part"
try {
    Get-NovitaInstance -All |
        Select-Object Id, Name, Status, ProductName, GpuNum, ClusterName, BillingMode,
            @{ Name = 'Ends'; Expression = { ConvertTo-IsoTime $_.EndTime } },
            @{ Name = 'Reclaimed'; Expression = { ConvertTo-IsoTime $_.SpotReclaimTime } },
            PortMappings, VolumeMounts, StatusError |
        Export-Csv -LiteralPath $part -NoTypeInformation -Encoding utf8
    Move-Item -LiteralPath $part -Destination $Path -Force
} finally {
    Remove-Item -LiteralPath $part -ErrorAction Ignore
}
