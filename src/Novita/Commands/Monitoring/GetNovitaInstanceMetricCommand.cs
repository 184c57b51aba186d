using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Reads how busy instances were: CPU, memory, disk and GPUs in percent of the whole instance, one object for each point in time.
/// </summary>
[Cmdlet(VerbsCommon.Get, "NovitaInstanceMetric", DefaultParameterSetName = IdSet)]
[OutputType(typeof(InstanceMetric))]
public sealed class GetNovitaInstanceMetricCommand : ResourceCommand<Instance>
{
    /// <summary>The beginning of the range, at least 60 seconds before its end. Without it: an hour before the end.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>The end of the range, which may not be in the future. Without it: now. Metrics are about a minute late.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    /// <summary>The distance of two points in seconds, at least 15.</summary>
    [Parameter]
    [ValidateRange(MetricRange.MinIntervalSec, int.MaxValue)]
    public int IntervalSec { get; set; } = 60;

    /// <summary>Writes the newest point of each instance alone.</summary>
    [Parameter]
    public SwitchParameter Latest { get; set; }

    private protected override ListRequest<Instance> AllRequest => ListRequests.Instances();

    private protected override void Execute(IReadOnlyList<Target<Instance>> targets)
    {
        if (Latest && (After is not null || Before is not null || MyInvocation.BoundParameters.ContainsKey(nameof(IntervalSec))))
        {
            throw Limits.Invalid("Latest is the newest point alone, so After, Before and IntervalSec do not go with it.");
        }

        if (targets.Count == 0)
        {
            return;
        }

        var range = MetricRange.Create(After, Before, IntervalSec, targets[0].Client.Clock.UtcNow);
        foreach (var (_, metrics) in ForEach(targets, Target<Instance>.Limit(targets), target => ReadAsync(target, range)))
        {
            WriteObject(metrics, enumerateCollection: true);
        }
    }

    private async Task<IReadOnlyList<InstanceMetric>> ReadAsync(Target<Instance> target, MetricRange range)
    {
        var instance = target.Resource is { CpuNum: not null } known ? known
            : target.Session.Stamp(await target.Client.GetInstanceAsync(target.Id, Call).ConfigureAwait(false));
        IReadOnlyList<InstanceMetric> metrics = Latest
            ? [.. new[] { await target.Client.GetLatestMetricAsync(instance, Call).ConfigureAwait(false) }.OfType<InstanceMetric>()]
            : await target.Client.GetMetricsAsync(instance, range, Call).ConfigureAwait(false);
        if (metrics.Count == 0)
        {
            Call.Report(ClientEventKind.Step, $"instance {target.Id}: nothing was measured in this time");
        }

        return metrics;
    }
}
