using System.Management.Automation;
using Novita.Client;
using Novita.Client.Text;
using Novita.Completion;
using Novita.Errors;
using Novita.Parameters;

namespace Novita.Commands.Base;

/// <summary>
/// What every cmdlet stands on: it waits for the client without going deaf, tells what the client tells, ends at once when it is stopped,
/// and turns failures into error records.
/// </summary>
public abstract class NovitaCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly EventQueue _events = new();

    /// <summary>Prepares a cmdlet.</summary>
    private protected NovitaCommand() => Progress = new CommandProgress(this);

    /// <summary>The cmdlet's progress bar, which ends with each step of the pipeline.</summary>
    private protected CommandProgress Progress { get; }

    /// <summary>What a call of the client needs to know about this cmdlet.</summary>
    private protected CallContext Call => new(_events.Add, _stop.Token);

    /// <summary>Releases what the cmdlet holds, also when the pipeline ended early.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        Guard(() =>
        {
            IdArguments.Check(this, MyInvocation.BoundParameters);
            UnknownValues.Warn(this, MyInvocation.BoundParameters, WriteWarning);
            Begin();
        });
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(End);

    /// <summary>Cancels the requests under way. PowerShell calls it from another thread.</summary>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Runs once, before any input.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Runs once for each input object, or once without input.</summary>
    private protected abstract void Process();

    /// <summary>Runs once, after the last input, unless the pipeline ended early.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Runs a call of the client on the thread pool and shows its events, on this thread, while it waits.</summary>
    /// <exception cref="NovitaException">The call failed.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    private protected T Await<T>(Func<Task<T>> start)
    {
        var task = Task.Run(start);
        try
        {
            foreach (var clientEvent in _events.TakeUntilDone(task))
            {
                Show(clientEvent);
            }
        }
        finally
        {
            // Showing an event may end the pipeline: nothing goes on behind its back.
            if (!task.IsCompleted)
            {
                _stop.Cancel();
                Task.WhenAny(task).Wait();
            }
        }

        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>
    /// Tells whether a switch, which may be one of the engine's own, was given as on or as off; null where it was not given.
    /// </summary>
    private protected bool? IsSet(string parameter) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var value) && value is SwitchParameter given ? given.IsPresent : null;

    /// <summary>
    /// Writes a step of the run as verbose. With <c>-Debug</c> alone the engine would ask at each such line whether to go on, in the
    /// middle of a change: there it is one more debug line.
    /// </summary>
    private protected void WriteStep(string text)
    {
        text = VisibleText.Of(text);
        if (IsOn("Debug") && !IsOn("Verbose"))
        {
            WriteDebug(text);
        }
        else
        {
            WriteVerbose(text);
        }
    }

    /// <summary>
    /// Writes a warning. With <c>-Debug</c> the engine would ask here too, <c>-Verbose</c> or not, unless <c>-WarningAction</c> says what
    /// to do.
    /// </summary>
    private protected new void WriteWarning(string text)
    {
        text = VisibleText.Of(text);
        if (IsOn("Debug") && !MyInvocation.BoundParameters.ContainsKey("WarningAction"))
        {
            WriteDebug($"WARNING: {text}");
        }
        else
        {
            base.WriteWarning(text);
        }
    }

    /// <summary>Asks as <c>-WhatIf</c> and <c>-Confirm</c> say; what a terminal would obey is written out.</summary>
    private protected new bool ShouldProcess(string target, string action) =>
        base.ShouldProcess(VisibleText.Of(target), VisibleText.Of(action));

    /// <summary>Releases what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Whoever took the output may have ended the pipeline: what is still asked is of no use.
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    private bool IsOn(string parameter) => IsSet(parameter) == true;

    private void Show(ClientEvent clientEvent)
    {
        switch (clientEvent.Kind)
        {
            case ClientEventKind.Request:
                WriteDebug(clientEvent.Text);
                break;
            case ClientEventKind.Warning:
                WriteWarning(clientEvent.Text);
                break;
            case ClientEventKind.Retry or ClientEventKind.Pause:
                WriteStep(clientEvent.Text);
                Progress.Wait(clientEvent.Text);
                break;
            default:
                WriteStep(clientEvent.Text);
                break;
        }
    }

    private void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (NovitaException error)
        {
            ThrowTerminatingError(error.ToErrorRecord());
        }
        finally
        {
            Progress.Complete();
        }
    }
}
