using System.Diagnostics;
using System.Management.Automation;

namespace Novita.Abstractions;

/// <summary>The progress bar of a cmdlet: nothing for what is done at once, a few updates a second for what takes long, and always an end.</summary>
internal sealed class CommandProgress
{
    private const int ActivityId = 0x4E6F76;

    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(250);

    private readonly Cmdlet _command;
    private readonly string _activity;
    private readonly Stopwatch _sinceShown = new();
    private bool _hasSteps;

    public CommandProgress(Cmdlet command, string activity)
    {
        _command = command;
        _activity = activity;
    }

    /// <summary>Tells that a step is done; the first alone shows nothing.</summary>
    /// <param name="done">What is done so far.</param>
    /// <param name="total">How much there is; null where that is not known.</param>
    /// <param name="things">What is counted.</param>
    public void Step(long done, long? total, string things)
    {
        if (_hasSteps && done != total && (!_sinceShown.IsRunning || _sinceShown.Elapsed >= s_pace))
        {
            Show(total is { } all ? $"{done} of {all} {things}" : $"{done} {things}", total > 0 ? (int)Math.Min(100, done * 100 / total.Value) : -1);
        }

        _hasSteps = true;
    }

    /// <summary>Tells why nothing happens for a while.</summary>
    public void Wait(string reason) => Show(reason, -1);

    /// <summary>Takes the bar away, if there is one.</summary>
    public void Complete()
    {
        if (_sinceShown.IsRunning)
        {
            _sinceShown.Reset();
            _command.WriteProgress(new ProgressRecord(ActivityId, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Show(string status, int percent)
    {
        _sinceShown.Restart();
        _command.WriteProgress(new ProgressRecord(ActivityId, _activity, status) { PercentComplete = percent });
    }
}
