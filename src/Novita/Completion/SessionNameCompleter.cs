using Novita.Sessions;

namespace Novita.Completion;

/// <summary>Completes the names of the sessions that this runspace can use.</summary>
public class SessionNameCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        SessionStore.Visible.Select(session => new Choice(session.Name, null, session.Endpoint.ToString()));
}
