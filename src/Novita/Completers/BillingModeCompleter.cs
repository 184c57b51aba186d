namespace Novita.Completers;

/// <summary>Completes the billing modes that the service documents.</summary>
public sealed class BillingModeCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        BillingMode.All.Select(mode => new Choice(mode.Key, null, mode.Value));
}
