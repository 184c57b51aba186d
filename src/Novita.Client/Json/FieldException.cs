namespace Novita.Client.Json;

/// <summary>A value of the wrong type in a response. The reader of the response adds the path of the value.</summary>
internal sealed class FieldException : Exception
{
    public FieldException(string problem)
        : base(problem) => Problem = problem;

    public string Problem { get; }
}
