using Novita.Sessions;

namespace Novita.Completion;

/// <summary>Completes names of the command's noun, for a parameter that accepts whole names.</summary>
public class ResourceNameCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from resource in line.Resources()
        where resource.Name.Length > 0
        group resource by resource.Name into namesakes
        select new Choice(namesakes.Key, null, Describe(namesakes.ToList(), line.Noun));

    private static string Describe(List<SeenResource> namesakes, string noun)
    {
        if (namesakes is [var only])
        {
            return Choice.Join(only.Id, only.State, only.Note);
        }

        var ids = string.Join(", ", namesakes.Take(3).Select(resource => resource.Id));
        return $"{namesakes.Count} {noun.ToLowerInvariant()}s: {ids}{(namesakes.Count > 3 ? ", ..." : "")}";
    }
}
