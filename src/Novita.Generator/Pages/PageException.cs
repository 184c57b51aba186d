namespace Novita.Generator.Pages;

/// <summary>A page does not follow the schema.</summary>
public sealed class PageException : GeneratorException
{
    /// <summary>Names the page, the line, and what is wrong with it.</summary>
    public PageException(string page, int line, string message)
        : base($"{page}.md, line {line + 1}: {message}")
    {
    }
}
