using Novita.Generator.Pages;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

public sealed class PageTests
{
    private const int MinExamples = 3;

    public static TheoryData<string> Cmdlets => [.. ModuleHelp.Cmdlets.Keys];

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet()
    {
        Assert.Equal(ModuleHelp.Cmdlets.Keys.Order(StringComparer.Ordinal), ModuleHelp.Documents.Pages().Select(page => page.Name));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_page_has_a_synopsis_a_description_and_links(string cmdlet)
    {
        var page = ModuleHelp.Page(cmdlet);

        Assert.Single(page.Synopsis);
        Assert.False(IsEmpty(page.Description));
        Assert.NotEmpty(page.Links);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_page_has_enough_examples_and_says_what_each_is_about(string cmdlet)
    {
        var examples = ModuleHelp.Page(cmdlet).Examples;

        Assert.True(examples.Count >= MinExamples, $"{examples.Count} examples");
        Assert.All(examples, (example, index) =>
        {
            Assert.StartsWith($"Example {index + 1}: ", example.Title, StringComparison.Ordinal);
            Assert.False(IsEmpty(example.Remarks), $"{example.Title} has no remark.");
        });
    }

    private static bool IsEmpty(IReadOnlyList<TextBlock> text) => text.All(block => string.IsNullOrWhiteSpace(block.Text));
}
