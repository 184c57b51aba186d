using System.Diagnostics;
using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Commands.Base;

/// <summary>
/// The progress bar of one cmdlet. A short run shows no bar, a long run updates it a few times a second, and the end removes it.
/// </summary>
internal sealed class CommandProgress
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    // Each cmdlet needs an id of its own, because several show a bar at the same time. The start avoids the ids that scripts use.
    private static int s_lastId = 0x4E6F76;

    private readonly PSCmdlet _command;
    private readonly int _id = Interlocked.Increment(ref s_lastId);
    private readonly Stopwatch _sinceShown = new();
    private bool _hasSteps;

    public CommandProgress(PSCmdlet command) => _command = command;

    /// <summary>Reports that a step is done. The first step shows nothing.</summary>
    /// <param name="done">How many items are done.</param>
    /// <param name="total">How many items there are; null if unknown.</param>
    /// <param name="things">The plural name of the items.</param>
    public void Step(long done, long? total, string things)
    {
        if (_hasSteps && done != total && (!_sinceShown.IsRunning || _sinceShown.Elapsed >= s_interval))
        {
            var percent = total > 0 ? (int)Math.Min(100, done * 100 / total.Value) : -1;
            Show(total is { } all ? $"{done} of {all} {things}" : $"{done} {things}", percent);
        }

        _hasSteps = true;
    }

    /// <summary>Shows why the cmdlet waits.</summary>
    public void Wait(string reason) => Show(reason, -1);

    /// <summary>Removes the bar if it is shown.</summary>
    public void Complete()
    {
        if (_sinceShown.IsRunning)
        {
            _sinceShown.Reset();
            Write("Done", -1, ProgressRecordType.Completed);
        }
    }

    private void Show(string status, int percent)
    {
        _sinceShown.Restart();
        Write(VisibleText.Of(status), percent, ProgressRecordType.Processing);
    }

    private void Write(string status, int percent, ProgressRecordType type)
    {
        var record = new ProgressRecord(_id, _command.MyInvocation.MyCommand.Name, status) { PercentComplete = percent, RecordType = type };
        _command.WriteProgress(record);
    }
}
