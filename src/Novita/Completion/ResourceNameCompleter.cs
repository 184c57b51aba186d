using Novita.Sessions;

namespace Novita.Completion;

/// <summary>Completes names of the command's noun, for a parameter that takes whole names.</summary>
public class ResourceNameCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from resource in line.Resources()
        where resource.Name.Length > 0
        group resource by resource.Name into namesakes
        select new Choice(namesakes.Key, null, Describe(namesakes.ToList(), line.Noun));

    private static string Describe(List<SeenResource> namesakes, string noun) => namesakes is [var only]
        ? Choice.Join(only.Id, only.State, only.Note)
        : $"{namesakes.Count} {noun.ToLowerInvariant()}s: {string.Join(", ", namesakes.Take(3).Select(resource => resource.Id))}"
            + (namesakes.Count > 3 ? ", ..." : "");
}
