using System.Management.Automation;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Waits until jobs have ended, and writes each job that succeeded at once. One reading of the list serves all jobs.</summary>
[Cmdlet(VerbsLifecycle.Wait, "NovitaJob")]
[OutputType(typeof(Job))]
public sealed class WaitNovitaJobCommand : TargetCommand<Job>
{
    /// <summary>Limits the whole wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>Sets the time between two looks at the list, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    private protected override void Execute(IReadOnlyList<Target<Job>> targets)
    {
        var goal = new JobGoal([.. targets.Select(target => target.Id)]);
        WaitFor(targets, goal, IntervalSec, TimeoutSec, (target, job) => WriteObject(target.Session.Stamp(job!)));
    }
}
