using Novita.Client.Errors;
using Novita.Client.Http;
using Novita.Client.Logs;
using Novita.Client.Monitoring;
using Novita.Client.Requests;

namespace Novita.Client;

/// <content>Metrics, which have a root of their own.</content>
public sealed partial class NovitaClient
{
    private const string AccountPath = "openapi/v1";

    /// <summary>
    /// Reads the metrics of an instance (<c>GET openapi/v1/metrics/gpu/instance</c>), the series joined by time, in order of time.
    /// </summary>
    /// <param name="instance">The instance, with its number of cores: the service's CPU figures are percent of one core.</param>
    /// <param name="range">From when to when, and how far apart.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <returns>One object for each point in time; none where nothing was measured.</returns>
    /// <exception cref="NovitaException">
    /// The instance does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    public Task<IReadOnlyList<InstanceMetric>> GetMetricsAsync(Instance instance, MetricRange range, CallContext call) =>
        AboutAsync<Instance, IReadOnlyList<InstanceMetric>>(instance.Id, async () =>
        {
            var path = range.AddTo(new PathBuilder($"{AccountPath}/metrics/gpu/instance").Add("instanceId", instance.Id));
            var response = await _transport.GetAsync(path.ToString(), MetricResponse.Read, call).ConfigureAwait(false);
            return response.Join(instance, range.IntervalSec);
        });

    /// <summary>Reads the newest metrics of an instance: of the last points the one that has the most figures.</summary>
    /// <param name="instance">The instance, with its number of cores.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <returns>The point; null where nothing was measured lately.</returns>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<InstanceMetric?> GetLatestMetricAsync(Instance instance, CallContext call)
    {
        // The series need not end at the same time.
        var metrics = await GetMetricsAsync(instance, MetricRange.Latest(Clock.UtcNow), call).ConfigureAwait(false);
        return metrics.OrderBy(metric => metric.Figures).ThenBy(metric => metric.Time).LastOrDefault();
    }

    /// <summary>
    /// Prepares to read the log of an instance. Nothing is sent before the first line is wanted, and the key never to the log's host.
    /// </summary>
    /// <param name="id">The instance, 1 to 255 characters.</param>
    /// <param name="isSystem">Whether it is the log of what the service does with the instance, not of what runs in it.</param>
    /// <param name="tail">How many of the last lines to begin with; null for all.</param>
    /// <param name="follows">Whether to go on with the lines that come, until the instance stops.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    internal LogReader ReadLog(string id, bool isSystem, int? tail, bool follows, CallContext call)
    {
        var wasFound = false;
        return new LogReader(FindAddressAsync, _options, tail, follows, call);

        async Task<string?> FindAddressAsync()
        {
            var instance = await GetInstanceAsync(id, call).ConfigureAwait(false);
            var log = instance.ConnectComponentLog;
            var address = isSystem ? log?.RevealSystemLogAddress() : log?.RevealInstanceLogAddress();
            if (string.IsNullOrEmpty(address) && !wasFound)
            {
                throw new NovitaException(
                    NovitaErrorKind.InvalidState, "The service says no address for the log. It has one while the instance runs.")
                {
                    Subject = new Subject(Noun<Instance>.Singular, id) { State = instance.Status },
                };
            }

            // A log that was read, and has no address any more, has ended with the instance.
            wasFound = true;
            return string.IsNullOrEmpty(address) || InstanceOperation.Stop.HasTakenEffect(instance.Status) ? null : address;
        }
    }
}
