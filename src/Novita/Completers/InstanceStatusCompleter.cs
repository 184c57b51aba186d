namespace Novita.Completers;

/// <summary>Completes the statuses the service documents.</summary>
public sealed class InstanceStatusCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        InstanceStatus.All.Select(status => new Choice(status.Key, null, status.Value));
}
