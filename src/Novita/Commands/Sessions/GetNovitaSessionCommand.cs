using System.Management.Automation;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Errors;
using Novita.Lists;
using Novita.Sessions;

namespace Novita.Commands;

/// <summary>Lists the sessions of this runspace, and the session that it inherits.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaSession")]
[OutputType(typeof(NovitaSession))]
public sealed class GetNovitaSessionCommand : NovitaCommand
{
    /// <summary>Filters by name or by wildcard. A name without wildcards that does not exist is the error <c>NotConnected</c>.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNamePatternCompleter))]
    public string[] Name { get; set; } = ["*"];

    private protected override void Process()
    {
        foreach (var name in Name)
        {
            var pattern = Wildcard.Parse(name);
            var matches = SessionStore.Visible.Where(session => pattern.IsMatch(session.Name)).ToList();
            WriteObject(matches, enumerateCollection: true);
            if (matches.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(SessionStore.NotFound(name).ToErrorRecord(name));
            }
        }
    }
}
