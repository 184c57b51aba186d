namespace Novita.Generator.Pages;

/// <summary>The outcome of an example, from the word after <c>powershell</c> at the head of the code block.</summary>
public enum ExampleOutcome
{
    /// <summary>No error and no warning. There is no word.</summary>
    Quiet,

    /// <summary>A warning. The word is <c>warns</c>.</summary>
    Warns,

    /// <summary>An error. The word is <c>fails</c>.</summary>
    Fails,
}
