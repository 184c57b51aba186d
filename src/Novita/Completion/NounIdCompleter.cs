namespace Novita.Completion;

/// <summary>Completes ids of a noun that is not the command's own, from the beginning of the id or of the name.</summary>
/// <typeparam name="T">The noun.</typeparam>
public sealed class NounIdCompleter<T> : ResourceIdCompleter
    where T : Resource
{
    private protected override IEnumerable<Sessions.SeenResource> Resources(CommandLine line) => line.Resources(typeof(T).Name);
}
