namespace Novita.Completion;

/// <summary>Completes ids of a given noun by id or name.</summary>
/// <typeparam name="T">The noun.</typeparam>
public sealed class NounIdCompleter<T> : ResourceIdCompleter
    where T : Resource
{
    private protected override IEnumerable<Sessions.SeenResource> Resources(CommandLine line) => line.Resources(typeof(T).Name);
}
