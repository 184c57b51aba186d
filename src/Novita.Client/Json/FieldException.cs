namespace Novita.Client.Json;

/// <summary>A field that does not hold what belongs there. The reader of the whole adds where it stands.</summary>
internal sealed class FieldException : Exception
{
    public FieldException(string problem)
        : base(problem) => Problem = problem;

    public string Problem { get; }
}
