using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

public sealed class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(ModuleHelp.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(ModuleHelp.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(ModuleHelp.Root, file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_file_leads_to_one(string page)
    {
        var path = Path.Combine(ModuleHelp.Root, page);
        var links = Markdown.Parse(File.ReadAllText(path)).Descendants<LinkInline>()
            .Select(link => link.Url!)
            .Where(url => !url.Contains(':', StringComparison.Ordinal));

        Assert.All(links, url => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, url)), $"{page} links to {url}."));
    }
}
