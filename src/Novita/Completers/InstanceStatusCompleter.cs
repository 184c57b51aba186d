using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Novita.Completers;

/// <summary>Completes the statuses the service documents.</summary>
public sealed class InstanceStatusCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from status in InstanceStatus.All
        where status.Key.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(status.Key, status.Key, CompletionResultType.ParameterValue, status.Value);
}
