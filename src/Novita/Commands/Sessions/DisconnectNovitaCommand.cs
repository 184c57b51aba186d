using System.Management.Automation;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Errors;
using Novita.Sessions;

namespace Novita.Commands;

/// <summary>Ends sessions of this runspace: the latest one, those that are named, or all. Without any it does nothing.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Novita", DefaultParameterSetName = SessionSet)]
[OutputType(typeof(void))]
public sealed class DisconnectNovitaCommand : NovitaCommand
{
    private const string SessionSet = "Session";
    private const string AllSet = "All";

    /// <summary>
    /// Sessions, or their names; from the pipeline too. Without it: this runspace's latest; after a connect that failed, none, and the
    /// session before is current again.
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
        var own = SessionStore.OfRunspace;
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
                WriteError(new NovitaException(NovitaErrorKind.InvalidState,
                    $"Session '{session.Name}' is not this runspace's own, so it cannot be ended here.").ToErrorRecord(session));
            }
        }
    }

    /// <summary>Finds a session. One that is not here stops none of the others from ending.</summary>
    private NovitaSession? Find(SessionReference reference)
    {
        var session = reference.Find(new SessionFactory(this));
        if (session is null)
        {
            WriteError(SessionStore.NotHere($"{reference}").ToErrorRecord($"{reference}"));
        }

        return session;
    }
}
