using System.Management.Automation;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Errors;
using Novita.Sessions;

namespace Novita.Commands;

/// <summary>Ends sessions of this runspace: the latest, the named ones, or all. Does nothing if there are no sessions.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Novita", DefaultParameterSetName = SessionSet)]
[OutputType(typeof(void))]
public sealed class DisconnectNovitaCommand : NovitaCommand
{
    private const string SessionSet = "Session";
    private const string AllSet = "All";

    /// <summary>
    /// Ends these sessions, given as objects or by name, also from the pipeline. By default the latest session of this runspace is ended.
    /// After a failed connect, no session is ended by default, and the previous session is current again.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = SessionSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SessionReference[]? Session { get; set; }

    /// <summary>Ends all sessions of this runspace.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    private protected override void Process()
    {
        var hadFailed = SessionStore.ForgetFailedConnect();
        var own = SessionStore.Own;
        var sessions = Session is not null ? Session.Select(Find).OfType<NovitaSession>().Distinct().ToList()
            : All ? own
            : hadFailed ? []
            : own.Skip(own.Count - 1);
        foreach (var session in sessions)
        {
            if (SessionStore.Remove(session))
            {
                session.Client.Dispose();
            }
            else
            {
                var message = $"Session '{VisibleText.Quote(session.Name)}' does not belong to this runspace, so it cannot be ended here.";
                WriteError(new NovitaException(NovitaErrorKind.InvalidState, message).ToErrorRecord(session));
            }
        }
    }

    /// <summary>Finds a session. A name that does not exist is a non-terminating error, so that the other sessions are ended.</summary>
    private NovitaSession? Find(SessionReference reference)
    {
        var session = reference.Find(new SessionFactory(this));
        if (session is null)
        {
            WriteError(SessionStore.NotFound($"{reference}").ToErrorRecord($"{reference}"));
        }

        return session;
    }
}
