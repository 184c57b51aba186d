using Novita.Generator.Cmdlets;
using Novita.Generator.Output;
using Novita.Generator.Pages;

namespace Novita.Tests.Help;

public sealed class SchemaTests
{
    private const string Page = """
        # Get-It

        ## SYNOPSIS

        Gets `it` from [the web](https://example.com/), see [about_It](about_It.md).

        ## DESCRIPTION

        A list:

        1. one &amp; `<two>`
        2. three

        ## EXAMPLES

        ### Example 1: Get it

        ```powershell warns
        Get-It
        ```

        ```output
        it
        ```

        Remark.

        ## NOTES

        ## RELATED LINKS

        [about_It](about_It.md)

        [The web](https://example.com/)
        """;

    [Fact]
    public void A_page_is_read()
    {
        var page = Read(Page);

        Assert.Equal("Gets it from the web (https://example.com/), see about_It.", page.Synopsis.Single().Text);
        Assert.Equal(["", "1.", "2."], page.Description.Select(block => block.Marker));
        var example = page.Examples.Single();
        Assert.Equal(("Example 1: Get it", "Get-It", ExampleOutcome.Warns, "it"), (example.Title, example.Code, example.Outcome, example.Output));
        Assert.Equal([new RelatedLink("about_It", null), new RelatedLink("The web", "https://example.com/")], page.Links);
    }

    [Fact]
    public void The_maml_of_a_page_has_a_list_in_one_paragraph()
    {
        Assert.Contains("<maml:para>1. one &amp; &lt;two&gt;\n2. three</maml:para>", MamlWriter.Write([(new CmdletFacts("Get-It", [], [], []), Read(Page))]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Get-It", "# Get-Other", "file name")]
    [InlineData("## NOTES\n", "## PARAMETERS\n", "'PARAMETERS' is not allowed")]
    [InlineData("## DESCRIPTION\n", "", "## DESCRIPTION")]
    [InlineData("### Example", "#### Example", "one level below")]
    [InlineData("powershell warns", "powershell shouts", "'warns' and 'fails'")]
    [InlineData("```powershell warns", "```sh", "must begin with")]
    [InlineData("1. one", "> one", "QuoteBlock")]
    [InlineData("`<two>`", "<two>", "backticks")]
    public void What_is_not_in_the_schema_is_refused_with_its_place(string text, string instead, string reason)
    {
        Assert.Contains(text, Page, StringComparison.Ordinal);

        var error = Assert.Throws<PageException>(() => Read(Page.Replace(text, instead, StringComparison.Ordinal)));

        Assert.StartsWith("Get-It.md, line ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_is_wrapped_at_80_columns()
    {
        var text = AboutWriter.Write(PageDocument.Parse("about_It", $"""
            # about_It

            ## SHORT DESCRIPTION

            It.

            ## LONG DESCRIPTION

            {string.Concat(Enumerable.Repeat("word ", 17))}

            - {string.Concat(Enumerable.Repeat("item ", 17))}
            - next

            ```powershell
            Get-It
            ```

            ### Below

            End.
            """));

        Assert.Equal($"""
            TOPIC
                about_It

            SHORT DESCRIPTION
                It.

            LONG DESCRIPTION
                {string.Join(' ', Enumerable.Repeat("word", 15))}
                word word

                - {string.Join(' ', Enumerable.Repeat("item", 14))}
                  item item item
                - next

                    Get-It

              Below
                End.

            """, text);
    }

    [Theory]
    [InlineData("It is about much more than what fits on the one line that PowerShell shows of it.", "Text.", "one line")]
    [InlineData("It.", "```powershell\nGet-It -WithAParameterOfALongName 1 -AndAnotherOne 2 -AndYetAnotherOne 3 -AndALastOne 4\n```", "too long")]
    public void A_topic_that_does_not_fit_is_refused(string description, string text, string reason)
    {
        var page = PageDocument.Parse("about_It", $"# about_It\n\n## SHORT DESCRIPTION\n\n{description}\n\n## LONG DESCRIPTION\n\n{text}\n");

        Assert.Contains(reason, Assert.Throws<PageException>(() => AboutWriter.Write(page)).Message, StringComparison.Ordinal);
    }

    private static HelpPage Read(string text) => HelpPageReader.Read(PageDocument.Parse("Get-It", text));
}
