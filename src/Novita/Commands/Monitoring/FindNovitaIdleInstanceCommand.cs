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
/// Finds running instances whose GPUs all stayed below a limit for a whole period. An instance with too few measurements is never idle.
/// </summary>
[Cmdlet(VerbsCommon.Find, "NovitaIdleInstance")]
[OutputType(typeof(IdleInstance))]
public sealed class FindNovitaIdleInstanceCommand : ConnectedCommand
{
    private static readonly TimeSpan s_minWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_maxWindow = TimeSpan.FromDays(30);

    /// <summary>
    /// Filters by name. Plain text is the service's fuzzy search, and text with <c>* ? [ ]</c> is a wildcard. A name has up to 255
    /// characters.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Sets the limit in percent, more than 0 and up to 100. Every GPU must have stayed below this limit at every point.</summary>
    [Parameter]
    [ValidateRange(0.01, 100.0)]
    public double GpuBelow { get; set; } = 5;

    /// <summary>Sets how long the GPUs must have been idle until now, from 5 minutes to 30 days.</summary>
    [Parameter]
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Limits how many instances are read at a time. The session's own limit applies too.</summary>
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

    /// <summary>Returns the cost of an hour in USD; null if the price is unknown or cannot be read.</summary>
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
