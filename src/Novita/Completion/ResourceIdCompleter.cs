namespace Novita.Completion;

/// <summary>Completes ids of the command's noun by id or name. Resources in the state that the command needs come first.</summary>
public class ResourceIdCompleter : ChoiceCompleter
{
    /// <summary>Returns the resources in the order to show them.</summary>
    private protected virtual IEnumerable<Sessions.SeenResource> Resources(CommandLine line) => line.Resources();

    private protected sealed override IEnumerable<Choice> Choices(CommandLine line) =>
        from resource in Resources(line)
        select new Choice(resource.Id, resource.Name, Choice.Join(resource.Name, resource.State, resource.Note));
}
