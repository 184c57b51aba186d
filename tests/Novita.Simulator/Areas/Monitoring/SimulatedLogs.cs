using System.Globalization;

namespace Novita.Simulator.Areas.Monitoring;

/// <summary>The logs of instances, at first of three lines, and the connections that read them. A log host knows no key.</summary>
public sealed class SimulatedLogs
{
    private readonly MonitoringOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<(DateTimeOffset Time, string Text)>> _lines = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SimulatedLogs(MonitoringOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>Adds lines to a log, a millisecond apart; connections that follow it get them.</summary>
    /// <param name="id">The instance.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="kind"><c>instance</c> or <c>system</c>.</param>
    public void Add(string id, IEnumerable<string> lines, string kind = "instance")
    {
        lock (_lock)
        {
            var log = Log(id, kind);
            foreach (var line in lines)
            {
                var next = log.Count > 0 ? log[^1].Time.AddMilliseconds(1) : _time.GetUtcNow();
                log.Add((next, line));
            }

            _added.SetResult();
            _added = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    internal async Task ServeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var isEvents = query["sse"] == "1" && _options.SendsEvents;
        var hasTimes = query["timestamps"] == "1";
        var (id, kind) = ($"{context.Request.RouteValues["id"]}", $"{context.Request.RouteValues["kind"]}");
        var position = int.TryParse(query["tail"], CultureInfo.InvariantCulture, out var tail) ? Math.Max(0, Read(id, kind, 0).Lines.Count - tail) : 0;
        context.Response.ContentType = isEvents ? "text/event-stream" : "text/plain";
        var sent = 0;
        while (true)
        {
            var (lines, added) = Read(id, kind, position);
            foreach (var (time, text) in lines)
            {
                if (sent++ == _options.LinesPerConnection)
                {
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                    context.Abort();
                    return;
                }

                var line = hasTimes ? $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}00Z {text}" : text;
                await context.Response.WriteAsync(isEvents ? $"data: {line}\n\n" : $"{line}\n", context.RequestAborted);
                position++;
            }

            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (query["follow"] != "1")
            {
                return;
            }

            await added.WaitAsync(context.RequestAborted);
        }
    }

    private (IReadOnlyList<(DateTimeOffset Time, string Text)> Lines, Task Added) Read(string id, string kind, int from)
    {
        lock (_lock)
        {
            if (!_lines.ContainsKey($"{id}/{kind}"))
            {
                Log(id, kind).AddRange(Enumerable.Range(1, 3).Select(epoch => (_time.GetUtcNow().AddSeconds(epoch - 3), $"epoch {epoch}: loss 0.{9 - epoch}")));
            }

            var log = Log(id, kind);
            return (log[Math.Min(from, log.Count)..], _added.Task);
        }
    }

    private List<(DateTimeOffset Time, string Text)> Log(string id, string kind)
    {
        if (!_lines.TryGetValue($"{id}/{kind}", out var log))
        {
            _lines[$"{id}/{kind}"] = log = [];
        }

        return log;
    }
}
