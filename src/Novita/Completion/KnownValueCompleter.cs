namespace Novita.Completion;

/// <summary>Completes the documented values of a fixed set.</summary>
/// <typeparam name="TValues">The set.</typeparam>
public sealed class KnownValueCompleter<TValues> : ChoiceCompleter
    where TValues : KnownValues, new()
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        new TValues().All.Select(known => new Choice(known.Key, null, known.Value));
}
