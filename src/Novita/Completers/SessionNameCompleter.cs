using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Novita.Sessions;

namespace Novita.Completers;

/// <summary>Completes the names of the sessions that this runspace can use.</summary>
public sealed class SessionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from session in SessionStore.Visible
        where session.Name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(Quote(session.Name), session.Name, CompletionResultType.ParameterValue, session.Endpoint.ToString());

    private static string Quote(string name) =>
        name.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or ':')
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
