namespace Novita.Client.Json;

/// <summary>A response that is an object with one member, which is a resource.</summary>
/// <typeparam name="T">The resource.</typeparam>
internal sealed class Wrapped<T>
    where T : Resource
{
    /// <summary>Whether the response has the member.</summary>
    public bool HasMember { get; private set; }

    /// <summary>The resource; null for null.</summary>
    public T? Resource { get; private set; }

    /// <summary>Returns the table of a response.</summary>
    /// <param name="member">The member's name.</param>
    /// <param name="resource">The table of the resource.</param>
    public static Shape<Wrapped<T>> ShapeOf(string member, Shape<T> resource) => new Shape<Wrapped<T>>(() => new())
        .Add(member, (wrapped, ref reader) =>
        {
            wrapped.HasMember = true;
            wrapped.Resource = resource.Read(ref reader);
        });
}
