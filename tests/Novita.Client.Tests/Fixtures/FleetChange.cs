namespace Novita.Client.Tests.Fixtures;

/// <summary>An instance that comes or goes just before a request is answered.</summary>
/// <param name="BeforeRequest">The request, counted from 1 in the order of the answers.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Position">Where in the server's order, from 0; past the end is the end.</param>
internal readonly record struct FleetChange(int BeforeRequest, ChangeKind Kind, int Position)
{
    public const int Tail = int.MaxValue;

    public static FleetChange Create(int beforeRequest, int position) => new(beforeRequest, ChangeKind.Create, position);

    public static FleetChange Delete(int beforeRequest, int position) => new(beforeRequest, ChangeKind.Delete, position);

    public override string ToString() => $"before request {BeforeRequest}: {Kind} at {Position}";
}
