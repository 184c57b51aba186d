namespace Novita.Generator.Pages;

/// <summary>Thrown for a page that does not follow the schema.</summary>
public sealed class PageException : GeneratorException
{
    /// <summary>Creates an exception that names the page and the line.</summary>
    public PageException(string page, int line, string message)
        : base($"{page}.md, line {line + 1}: {message}")
    {
    }
}
