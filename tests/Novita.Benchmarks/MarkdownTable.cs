namespace Novita.Benchmarks;

/// <summary>Writes a table row by row, so that each figure shows as soon as it is there. The first column is text, the others are figures.</summary>
internal sealed class MarkdownTable
{
    private readonly int _columns;

    public MarkdownTable(string title, params string[] columns)
    {
        _columns = columns.Length;
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Add(columns);
        Add([.. columns.Select((_, index) => index == 0 ? "---" : "---:")]);
    }

    /// <summary>Adds a row; cells left out at its end are empty.</summary>
    public void Add(params string[] cells) =>
        Console.WriteLine($"| {string.Join(" | ", cells.Concat(Enumerable.Repeat("", _columns - cells.Length)))} |");
}
