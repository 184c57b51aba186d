namespace Novita.Client.Errors;

/// <summary>The resource or list of a call.</summary>
/// <param name="Noun">The noun, such as <c>instance</c>.</param>
/// <param name="Id">The id of the resource; null for a list.</param>
public sealed record Subject(string Noun, string? Id = null)
{
    /// <summary>The current state of the resource; null where the state was not read.</summary>
    public string? State { get; init; }

    /// <summary>The job that runs on the resource, such as <c>saveImage 10wi9visv0rqt57w</c>; null where jobs were not read.</summary>
    public string? Job { get; init; }
}
