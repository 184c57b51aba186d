using System.Management.Automation;
using Novita.Client.Costs;
using Novita.Client.Monitoring;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Finds running instances of which every GPU stayed below a limit for a whole window of time. An instance that was not measured well
/// enough is never idle.
/// </summary>
[Cmdlet(VerbsCommon.Find, "NovitaIdleInstance")]
[OutputType(typeof(IdleInstance))]
public sealed class FindNovitaIdleInstanceCommand : ConnectedCommand
{
    private static readonly TimeSpan s_minWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_maxWindow = TimeSpan.FromDays(30);

    /// <summary>
    /// Names: plain text is the service's fuzzy search, text with <c>* ? [ ]</c> a wildcard over the whole list. Up to 255 characters
    /// each.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The limit in percent, above 0 and up to 100: each GPU must have stayed below it at every point.</summary>
    [Parameter]
    [ValidateRange(0.01, 100.0)]
    public double GpuBelow { get; set; } = 5;

    /// <summary>How long the GPUs must have been idle, up to now: 5 minutes to 30 days.</summary>
    [Parameter]
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many instances are read at once, at least 1. The session's own limit holds besides.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ThrottleLimit { get; set; } = 4;

    private protected override void Process()
    {
        if (Window < s_minWindow || Window > s_maxWindow)
        {
            throw Limits.Invalid($"Window is {Window:c}, but must be from {s_minWindow:c} to {s_maxWindow:c}.");
        }

        var rule = new IdleRule(GpuBelow, Window);
        var running = ReadTargets(InstanceRequests.Create(Name, statuses: [InstanceStatus.Running]));
        var withGpus = running.Where(target => target.Resource!.GpuNum != 0).ToList();
        foreach (var (target, idle) in ForEach(withGpus, ThrottleLimit, target => JudgeAsync(target, rule)))
        {
            if (idle is not null)
            {
                idle.PerHour = PricePerHour(target);
                WriteObject(idle);
            }
        }
    }

    /// <summary>Returns what an instance costs an hour, in USD; null where the price is not known, for whatever reason.</summary>
    private decimal? PricePerHour(Target<Instance> target)
    {
        try
        {
            return Await(() => PriceList.FindAsync(target.Client, target.Id, target.Resource, Call))?.PerHour;
        }
        catch (NovitaException error)
        {
            WriteStep($"The price of instance {target.Id} is not known. {error.Message}");
            return null;
        }
    }

    private async Task<IdleInstance?> JudgeAsync(Target<Instance> target, IdleRule rule)
    {
        var now = target.Client.Clock.UtcNow;
        var range = MetricRange.Create((now - Window).LocalDateTime, now.LocalDateTime, rule.IntervalSec, now);
        var metrics = await target.Client.GetMetricsAsync(target.Resource!, range, Call).ConfigureAwait(false);
        return rule.Judge(target.Resource!, metrics, now);
    }
}
