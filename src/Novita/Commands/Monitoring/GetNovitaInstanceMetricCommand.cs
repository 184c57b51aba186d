using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Reads the use of CPU, memory, disk and GPUs of instances, in percent of the whole instance. Each point in time is one object.
/// </summary>
[Cmdlet(VerbsCommon.Get, "NovitaInstanceMetric", DefaultParameterSetName = IdSet)]
[OutputType(typeof(InstanceMetric))]
public sealed class GetNovitaInstanceMetricCommand : ResourceCommand<Instance>
{
    /// <summary>Sets the beginning of the range, at least 60 seconds before its end. The default is one hour before the end.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>Sets the end of the range, which cannot be in the future. The default is now. Metrics are about a minute late.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    /// <summary>Sets the time between two points in seconds, at least 15.</summary>
    [Parameter]
    [ValidateRange(MetricRange.MinIntervalSec, int.MaxValue)]
    public int IntervalSec { get; set; } = 60;

    /// <summary>Writes only the newest point of each instance.</summary>
    [Parameter]
    public SwitchParameter Latest { get; set; }

    private protected override ListRequest<Instance> AllRequest => ListRequests.Instances();

    private protected override void Execute(IReadOnlyList<Target<Instance>> targets)
    {
        if (Latest && (After is not null || Before is not null || MyInvocation.BoundParameters.ContainsKey(nameof(IntervalSec))))
        {
            throw Limits.Invalid("Latest writes only the newest point, so After, Before and IntervalSec cannot be used with it.");
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
        // The service reports the CPU in percent of one core, so the number of cores is needed.
        var instance = target.Resource is { CpuNum: not null } known
            ? known
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
