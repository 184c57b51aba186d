namespace Novita.Simulator.Api;

/// <summary>Ends a request with an error reply.</summary>
internal sealed class Refusal : Exception
{
    public Refusal(ApiError error)
        : base(error.Message) => Error = error;

    public ApiError Error { get; }
}
