namespace Novita.Generator;

/// <summary>The code or a page says something that no file can be made of. The message is shown as an error of the build.</summary>
public class GeneratorException : Exception
{
    /// <summary>Tells what is wrong.</summary>
    public GeneratorException(string message)
        : base(message)
    {
    }
}
