using Novita.Client.Lists;
using Novita.Sessions;

namespace Novita.Completion;

/// <summary>A noun whose resources are of one type.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class SeenNounOf<T> : SeenNoun
    where T : Resource
{
    private readonly ListRequest<T> _request;

    public SeenNounOf(ListRequest<T> request) => _request = request;

    public override string Name => typeof(T).Name;

    public override SeenResources Seen(NovitaSession session) => session.Seen<T>();

    public override Task Refresh(NovitaSession session) => session.Refresh(_request).Start();
}
