<#
.SYNOPSIS
Writes the text of a mail about what ends or is lost soon; nothing where there is nothing to say.
.DESCRIPTION
For a scheduled job that sends mail: an empty output means no mail. An error ends the script, so that a list that is not known to be complete
is never taken for good news.
.PARAMETER Days
How far to look ahead.
.EXAMPLE
$text = ./Get-DeadlineMail.ps1 -Days 3; if ($text) { $text | Send-TeamMail -Subject 'Novita: deadlines' }
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 3650)]
    [int] $Days = 7
)

$deadlines = @(Get-NovitaDeadline -Days $Days -ErrorAction Stop)
if ($deadlines) {
    "Within $Days days:"
    ''
    foreach ($deadline in $deadlines) {
        '{0:yyyy-MM-dd HH:mm}  {1} ({2}): {3}' -f $deadline.Time, $deadline.Name, $deadline.Id, $deadline.Consequence
    }
}
