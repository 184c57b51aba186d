namespace Novita.Generator.Pages;

/// <summary>What an example writes beside its output: the word after <c>powershell</c> at the head of its code.</summary>
public enum ExampleOutcome
{
    /// <summary>Nothing: no error and no warning.</summary>
    Quiet,

    /// <summary>A warning, which the example is about.</summary>
    Warns,

    /// <summary>An error, which the example is about.</summary>
    Fails,
}
