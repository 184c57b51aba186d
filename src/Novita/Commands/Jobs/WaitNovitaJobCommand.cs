using System.Management.Automation;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Waits until jobs have ended, and writes each that ended well as soon as it has. One reading of the list at a time serves all of them.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "NovitaJob")]
[OutputType(typeof(Job))]
public sealed class WaitNovitaJobCommand : TargetCommand<Job>
{
    /// <summary>How long to wait in all, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>How often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    private protected override void Execute(IReadOnlyList<Target<Job>> targets)
    {
        var goal = new JobGoal([.. targets.Select(target => target.Id)]);
        WaitFor(targets, goal, IntervalSec, TimeoutSec, (target, job) => WriteObject(target.Session.Stamp(job!)));
    }
}
