using System.Globalization;

namespace Novita.Simulator.Lives;

/// <summary>What becomes of an instance when it comes into a status.</summary>
internal sealed class Biography
{
    private readonly bool _undocumented;
    private readonly Action<SimulatedInstance, DateTimeOffset> _ended;

    /// <param name="undocumented">Whether what the list reply does not document is in it.</param>
    /// <param name="ended">Told when an instance that ran has stopped to.</param>
    public Biography(bool undocumented, Action<SimulatedInstance, DateTimeOffset> ended)
    {
        _undocumented = undocumented;
        _ended = ended;
    }

    public SimulatedInstance Create(SimulatedInstance instance, DateTimeOffset now)
    {
        var created = instance with { CreatedAt = now };

        return _undocumented
            ? created with { Extra = created.Extra.SetItem("createdAt", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)) }
            : created;
    }

    public SimulatedInstance Enter(SimulatedInstance instance, string status, SimulatedError? error, DateTimeOffset now)
    {
        var entered = instance with { Status = status, StatusError = error };

        return status switch
        {
            // Nothing was shut down yet when stopping fails.
            "running" when instance.Status is not ("toStop" or "stopping") => Run(entered, now),
            "exited" => Exit(entered, now),
            _ => entered,
        };
    }

    private SimulatedInstance Run(SimulatedInstance instance, DateTimeOffset now)
    {
        var terminated = instance.SpotStatus == "terminated";

        var running = Exit(instance, now) with
        {
            LastStartedAt = now,
            LastStoppedAt = instance.LastStoppedAt,
            RunningSince = now,
            Starts = instance.Starts + 1,
            SpotStatus = terminated ? "running" : instance.SpotStatus,
            SpotReclaimTime = terminated ? null : instance.SpotReclaimTime,
        };

        return _undocumented
            ? running with
            {
                Extra = running.Extra
                    .SetItem("sshCommand", Access.Of(running).SshCommand)
                    .SetItem("sshPassword", Access.Of(running).SshPassword),
            }
            : running;
    }

    private SimulatedInstance Exit(SimulatedInstance instance, DateTimeOffset now)
    {
        _ended(instance, now);
        return instance with
        {
            LastStoppedAt = now,
            UseTime = instance.UseTime + (now - (instance.RunningSince ?? now)),
            RunningSince = null,
            Extra = instance.Extra.RemoveRange(["sshCommand", "sshPassword"]),
        };
    }
}
