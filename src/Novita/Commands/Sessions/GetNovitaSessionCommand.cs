using System.Management.Automation;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Errors;
using Novita.Lists;
using Novita.Sessions;

namespace Novita.Commands;

/// <summary>Lists the sessions that this runspace can use: its own, and the one it inherits.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaSession")]
[OutputType(typeof(NovitaSession))]
public sealed class GetNovitaSessionCommand : NovitaCommand
{
    /// <summary>
    /// Names, or wildcards. A name without wildcards that no session has is the error <c>NotConnected</c>. Without it: all.
    /// </summary>
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
                WriteError(SessionStore.NotHere(name).ToErrorRecord(name));
            }
        }
    }
}
