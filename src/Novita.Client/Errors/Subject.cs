namespace Novita.Client.Errors;

/// <summary>What a call was about.</summary>
/// <param name="Noun">Its kind, such as <c>instance</c>.</param>
/// <param name="Id">Its id; null where the call was about a list.</param>
public sealed record Subject(string Noun, string? Id = null)
{
    /// <summary>The state that it has now, where it was asked for; null otherwise.</summary>
    public string? State { get; init; }

    /// <summary>The job that runs on it, such as <c>saveImage 10wi9visv0rqt57w</c>, where it was asked for; null otherwise.</summary>
    public string? Job { get; init; }
}
