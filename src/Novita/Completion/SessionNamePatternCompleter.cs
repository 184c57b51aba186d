namespace Novita.Completion;

/// <summary>Completes the names of the sessions that this runspace can use, for a parameter that accepts wildcards.</summary>
public sealed class SessionNamePatternCompleter : SessionNameCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) => base.Choices(line).Select(line.Literal);
}
