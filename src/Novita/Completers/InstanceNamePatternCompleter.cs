namespace Novita.Completers;

/// <summary>Completes the names of the instances that were seen, for a parameter that takes wildcards.</summary>
public sealed class InstanceNamePatternCompleter : InstanceNameCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) => base.Choices(line).Select(line.Literal);
}
