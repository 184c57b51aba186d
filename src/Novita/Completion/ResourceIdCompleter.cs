namespace Novita.Completion;

/// <summary>Completes ids of the command's noun, from the beginning of the id or of the name. Those that the command can act on come first.</summary>
public sealed class ResourceIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from resource in line.Resources()
        select new Choice(resource.Id, resource.Name, Choice.Join(resource.Name, resource.State, resource.Note));
}
