using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Novita.Completion;

/// <summary>Completes an argument to one of several choices, and never throws.</summary>
public abstract class ChoiceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete,
        CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var typed = ArgumentText.Typed(wordToComplete);
            var line = new CommandLine(commandName, commandAst, fakeBoundParameters);
            return Choices(line).Where(choice => choice.Begins(typed)).Select(choice => choice.ToResult()).ToList();
        }
        catch (Exception)
        {
            // Completion cannot show an error.
            return [];
        }
    }

    /// <summary>Returns all choices in the order to show them.</summary>
    private protected abstract IEnumerable<Choice> Choices(CommandLine line);
}
