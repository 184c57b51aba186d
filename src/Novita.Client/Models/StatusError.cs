using Novita.Client.Json;

namespace Novita;

/// <summary>Why an instance could not be created or is unavailable.</summary>
public sealed class StatusError
{
    /// <summary>The abnormal status (contract: <c>state</c>).</summary>
    public string? State { get; internal set; }

    /// <summary>What went wrong, in the service's words (contract: <c>message</c>).</summary>
    public string? Message { get; internal set; }

    internal bool IsEmpty => string.IsNullOrEmpty(State) && string.IsNullOrEmpty(Message);

    /// <summary>State and message: <c>ImagePullFailed: manifest unknown</c>.</summary>
    public override string ToString() =>
        string.Join(": ", new[] { State, Message }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>How it is read.</summary>
    internal static Shape<StatusError> Shape { get; } = new Shape<StatusError>(() => new())
        .Add("state", (error, ref reader) => error.State = JsonString.Read(ref reader))
        .Add("message", (error, ref reader) => error.Message = JsonString.Read(ref reader));
}
