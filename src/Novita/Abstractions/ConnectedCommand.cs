using System.Management.Automation;
using Novita.Completers;
using Novita.Sessions;

namespace Novita.Abstractions;

/// <summary>A cmdlet that works through sessions.</summary>
public abstract class ConnectedCommand : NovitaCommand
{
    /// <summary>Sessions, or their names. Without it: this runspace's latest, then the process's, then <c>$env:NOVITA_API_KEY</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public SessionReference[]? Session { get; set; }

    /// <summary>The sessions to work through, each once.</summary>
    /// <exception cref="NovitaException">There is none, or none of a name that was given (<see cref="NovitaErrorKind.NotConnected"/>).</exception>
    private protected IReadOnlyList<NovitaSession> ResolveSessions() =>
        Session is null
            ? [SessionStore.Current(new ClientFactory(this))]
            : Session.Select(reference => reference.Resolve(new ClientFactory(this))).Distinct().ToList();
}
