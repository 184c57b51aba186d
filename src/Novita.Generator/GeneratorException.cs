namespace Novita.Generator;

/// <summary>Thrown if the code or a page is wrong. The message is shown as a build error.</summary>
public class GeneratorException : Exception
{
    /// <summary>Creates an exception.</summary>
    public GeneratorException(string message)
        : base(message)
    {
    }
}
