using System.Diagnostics;
using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Commands.Base;

/// <summary>
/// The progress bar of one cmdlet: none for a short run, a few updates a second for a long one, and always removed at the end.
/// </summary>
internal sealed class CommandProgress
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(250);

    // Cmdlets of one pipeline, and parallel workers, show their bars at the same time. It begins where no script's own ids are.
    private static int s_lastId = 0x4E6F76;

    private readonly PSCmdlet _command;
    private readonly int _id = Interlocked.Increment(ref s_lastId);
    private readonly Stopwatch _sinceShown = new();
    private bool _hasSteps;

    public CommandProgress(PSCmdlet command) => _command = command;

    /// <summary>Tells that a step is done; the first alone shows nothing.</summary>
    /// <param name="done">What is done so far.</param>
    /// <param name="total">How much there is; null where that is not known.</param>
    /// <param name="things">What is counted.</param>
    public void Step(long done, long? total, string things)
    {
        if (_hasSteps && done != total && (!_sinceShown.IsRunning || _sinceShown.Elapsed >= s_pace))
        {
            Show(total is { } all ? $"{done} of {all} {things}" : $"{done} {things}", total > 0 ? (int)Math
                .Min(100, done * 100 / total.Value) : -1);
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
            _command.WriteProgress(new ProgressRecord(_id, _command.MyInvocation.MyCommand.Name,
                "Done")
            { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Show(string status, int percent)
    {
        _sinceShown.Restart();
        var name = _command.MyInvocation.MyCommand.Name;
        _command.WriteProgress(new ProgressRecord(_id, name, VisibleText.Of(status)) { PercentComplete = percent });
    }
}
