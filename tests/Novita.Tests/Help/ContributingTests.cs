using Markdig;
using Markdig.Syntax;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

public sealed class ContributingTests
{
    /// <summary>The file that each excerpt of CONTRIBUTING.md names, and its text.</summary>
    public static TheoryData<string, string> Excerpts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var code in Markdown.Parse(File.ReadAllText(Path.Combine(ModuleHelp.Root, "CONTRIBUTING.md"))).Descendants<FencedCodeBlock>())
            {
                if (code.Info == "csharp")
                {
                    data.Add(code.Arguments!, code.Lines.ToString());
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Excerpts))]
    public async Task An_excerpt_has_the_lines_of_its_file_in_order(string file, string excerpt)
    {
        var lines = new Queue<string>(excerpt.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0));

        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(ModuleHelp.Root, file)))
        {
            if (lines.TryPeek(out var next) && next == line)
            {
                lines.Dequeue();
            }
        }

        Assert.Empty(lines);
    }
}
