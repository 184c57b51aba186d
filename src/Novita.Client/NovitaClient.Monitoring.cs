using Novita.Client.Errors;
using Novita.Client.Http;
using Novita.Client.Logs;
using Novita.Client.Monitoring;
using Novita.Client.Requests;

namespace Novita.Client;

/// <content>Metrics and logs.</content>
public sealed partial class NovitaClient
{
    private const string AccountPath = "openapi/v1";

    /// <summary>
    /// Reads the metrics of an instance (<c>GET openapi/v1/metrics/gpu/instance</c>), the series joined by time, in order of time.
    /// </summary>
    /// <param name="instance">The instance, with its number of cores: the service's CPU figures are percent of one core.</param>
    /// <param name="range">The beginning, the end and the interval.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <returns>One object for each point in time; an empty list where nothing was measured.</returns>
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

    /// <summary>Reads the newest metrics of an instance: the latest point in time that has the most figures.</summary>
    /// <param name="instance">The instance, with its number of cores.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <returns>The point; null where nothing was measured in the last minutes.</returns>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<InstanceMetric?> GetLatestMetricAsync(Instance instance, CallContext call)
    {
        // The series may end at different times, so the last point may lack figures.
        var metrics = await GetMetricsAsync(instance, MetricRange.Latest(Clock.UtcNow), call).ConfigureAwait(false);
        return metrics.OrderBy(metric => metric.Figures).ThenBy(metric => metric.Time).LastOrDefault();
    }

    /// <summary>
    /// Returns a reader for the log of an instance. Nothing is sent before the first read; the API key is not sent to the log's host.
    /// </summary>
    /// <param name="id">The instance, 1 to 255 characters.</param>
    /// <param name="isSystem">True for the log of the service about the instance, false for the log of its container.</param>
    /// <param name="tail">The number of last lines to begin with; null for all lines.</param>
    /// <param name="follows">Whether to wait for new lines until the instance stops.</param>
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
                    NovitaErrorKind.InvalidState, "The service sent no address for the log. A log has one while its instance runs.")
                {
                    Subject = new Subject(Noun<Instance>.Singular, id) { State = instance.Status },
                };
            }

            // A log that had an address and has none now has ended with the instance.
            wasFound = true;
            return string.IsNullOrEmpty(address) || InstanceOperation.Stop.HasTakenEffect(instance.Status) ? null : address;
        }
    }
}
