using Novita.Help.Cmdlets;
using Novita.Help.Pages;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

public sealed class PageTests
{
    private const int FewestExamples = 3;

    public static TheoryData<string> Cmdlets => [.. ModuleHelp.Cmdlets.Keys];

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet()
    {
        Assert.Equal(ModuleHelp.Cmdlets.Keys.Order(StringComparer.Ordinal), ModuleHelp.Files.Pages().Select(page => page.Name));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_describes_every_parameter_and_no_other(string cmdlet)
    {
        var described = ModuleHelp.Page(cmdlet).Parameters;

        Assert.Equal(ModuleHelp.Cmdlets[cmdlet].Parameters.Keys.Order(StringComparer.Ordinal), described.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
        Assert.All(described, parameter => Assert.False(IsEmpty(parameter.Text), $"-{parameter.Name} is not described."));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Its_syntax_and_yaml_are_the_cmdlets(string cmdlet)
    {
        var page = ModuleHelp.Document(cmdlet);

        Assert.Equal(PageUpdater.Update(page, ModuleHelp.Cmdlets[cmdlet]), page.Text);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_says_what_goes_in_and_what_comes_out(string cmdlet)
    {
        var page = ModuleHelp.Page(cmdlet);

        Assert.Equal(ModuleHelp.Cmdlets[cmdlet].Inputs, page.Inputs.Select(type => type.Name));
        Assert.Equal(ModuleHelp.Cmdlets[cmdlet].Outputs, page.Outputs.Select(type => type.Name));
        Assert.All(page.Inputs.Concat(page.Outputs), type => Assert.True(type.Name == "None" || !IsEmpty(type.Text), $"{type.Name} is not described."));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_is_filled(string cmdlet)
    {
        var page = ModuleHelp.Page(cmdlet);

        Assert.DoesNotContain(PageTemplate.Placeholder, ModuleHelp.Document(cmdlet).Text, StringComparison.Ordinal);
        Assert.False(IsEmpty(page.Synopsis));
        Assert.False(IsEmpty(page.Description));
        Assert.NotEmpty(page.Links);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void It_has_enough_examples_and_says_what_each_is_about(string cmdlet)
    {
        var examples = ModuleHelp.Page(cmdlet).Examples;

        Assert.True(examples.Count >= FewestExamples, $"{examples.Count} examples");
        Assert.All(examples, (example, index) =>
        {
            Assert.StartsWith($"Example {index + 1}: ", example.Title, StringComparison.Ordinal);
            Assert.False(IsEmpty(example.Remarks), $"{example.Title} has no remark.");
        });
    }

    private static bool IsEmpty(IReadOnlyList<TextBlock> text) => text.All(block => string.IsNullOrWhiteSpace(block.Text));
}
