namespace Novita.Completion;

/// <summary>Completes names of the command's noun, for a parameter that accepts wildcards.</summary>
public sealed class ResourceNamePatternCompleter : ResourceNameCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) => base.Choices(line).Select(line.Literal);
}
