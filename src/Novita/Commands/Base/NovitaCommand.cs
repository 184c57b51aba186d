using System.Management.Automation;
using Novita.Client;
using Novita.Client.Text;
using Novita.Completion;
using Novita.Errors;
using Novita.Parameters;

namespace Novita.Commands.Base;

/// <summary>
/// The base of all cmdlets. Runs calls of the client, shows their events, cancels the calls when the pipeline stops, and turns exceptions
/// into error records.
/// </summary>
public abstract class NovitaCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly EventQueue _events = new();

    /// <summary>Creates the cmdlet.</summary>
    private protected NovitaCommand() => Progress = new CommandProgress(this);

    /// <summary>The cmdlet's progress bar, which is removed after each input object.</summary>
    private protected CommandProgress Progress { get; }

    /// <summary>Passes this cmdlet's event queue and cancellation token to a call of the client.</summary>
    private protected CallContext Call => new(_events.Add, _stop.Token);

    /// <summary>Releases the cmdlet's resources, also if the pipeline ended early.</summary>
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

    /// <summary>Cancels the running requests. PowerShell calls this method on another thread.</summary>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Runs once, before the first input object.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Runs once for each input object, or once without input.</summary>
    private protected abstract void Process();

    /// <summary>Runs once, after the last input object, unless the pipeline ended early.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Runs a call of the client on the thread pool. Shows events on this thread until the call has completed.</summary>
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
            // Showing an event may end the pipeline: cancel the call and wait, so that nothing runs on in the background.
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

    /// <summary>Returns the value of a switch, a common parameter included; null if it was not given.</summary>
    private protected bool? IsSet(string parameter) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var value) && value is SwitchParameter given ? given.IsPresent : null;

    /// <summary>
    /// Writes a verbose message. With <c>-Debug</c> but without <c>-Verbose</c> it is a debug message, because Windows PowerShell would
    /// stop at each verbose message and ask whether to continue, in the middle of a change.
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
    /// Writes a warning. With <c>-Debug</c> but without <c>-WarningAction</c> it is a debug message, because Windows PowerShell would stop
    /// at each warning and ask whether to continue.
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

    /// <summary>Asks for confirmation. Control characters in the texts are made visible.</summary>
    private protected new bool ShouldProcess(string target, string action) =>
        base.ShouldProcess(VisibleText.Of(target), VisibleText.Of(action));

    /// <summary>Cancels all calls and releases the cmdlet's resources.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
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
