using System.Management.Automation;
using Novita.Client.Billing;
using Novita.Commands.Base;
using Novita.Errors;

namespace Novita.Commands;

/// <summary>Lists deadlines: the ends of subscriptions, and the loss of spot instances and of the data of stopped instances.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaDeadline")]
[OutputType(typeof(Deadline))]
public sealed class GetNovitaDeadlineCommand : ConnectedCommand
{
    /// <summary>Lists the deadlines within this many days, from 1 to 3650.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, 3650)]
    public int Days { get; set; } = 14;

    private protected override void Process()
    {
        var sessions = ResolveSessions();
        var readings = Await(() => Task.WhenAll(sessions.Select(ReadAsync)));
        WriteObject(readings.SelectMany(reading => reading.Deadlines).OrderBy(deadline => deadline.TimeLeft), enumerateCollection: true);
        foreach (var error in readings.SelectMany(reading => reading.Errors))
        {
            WriteError(error.ToErrorRecord(error.Subject?.Id));
        }
    }

    private Task<DeadlineReading> ReadAsync(NovitaSession session) =>
        DeadlineReader.ReadAsync(session.Client, TimeSpan.FromDays(Days), session.Stamp, Call);
}
