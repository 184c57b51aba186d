namespace Novita.Client.Json;

/// <summary>A response that holds one resource in a member.</summary>
/// <typeparam name="T">The resource.</typeparam>
internal sealed class Wrapped<T>
    where T : Resource
{
    /// <summary>Whether the response has the member.</summary>
    public bool HasMember { get; private set; }

    /// <summary>The resource; null for null.</summary>
    public T? Resource { get; private set; }

    /// <summary>Makes the table of a response.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="resource">How the resource is read.</param>
    public static Shape<Wrapped<T>> ShapeOf(string member, Shape<T> resource) => new Shape<Wrapped<T>>(() => new())
        .Add(member, (wrapped, ref reader) =>
        {
            wrapped.HasMember = true;
            wrapped.Resource = resource.Read(ref reader);
        });
}
