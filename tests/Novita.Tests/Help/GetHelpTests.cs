using Novita.Generator.Pages;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

/// <summary>What the engine finds and reads, as a user asks for it.</summary>
public sealed class GetHelpTests : ServiceTest
{
    public static TheoryData<string> Cmdlets => PageTests.Cmdlets;

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Get_Help_tells_all_that_the_page_and_the_code_say(string cmdlet)
    {
        var page = ModuleHelp.Page(cmdlet);
        var facts = ModuleHelp.Cmdlets[cmdlet];
        var shell = NewShell();
        shell.With("help", shell.Output($"Get-Help {cmdlet} -Full").Single());

        Assert.Equal(Words(page.Synopsis), Words(Texts("$help.Synopsis")));
        Assert.Equal(Words(page.Description), Words(Texts("$help.description.Text")));
        Assert.Equal(Words(page.Notes), Words(Texts("$help.alertSet.alert.Text")));
        Assert.Equal(facts.Parameters.Select(parameter => parameter.Name), Texts("$help.parameters.parameter.name"));
        Assert.All(facts.Parameters, parameter => Assert.Equal(
            Words(parameter.Text),
            Words(Texts($"($help.parameters.parameter | Where-Object name -eq {parameter.Name}).description.Text"))));
        Assert.Equal(facts.Sets.Count, Texts("$help.syntax.syntaxItem.name").Length);
        Assert.Equal(facts.Inputs.Select(type => type.Name), Texts("$help.inputTypes.inputType.type.name"));
        Assert.Equal(facts.Outputs.Select(type => type.Name), Texts("$help.returnValues.returnValue.type.name"));
        Assert.Equal(page.Examples.Select(example => example.Code), Texts("$help.examples.example.code"));
        Assert.Equal(page.Links.Select(link => link.Text), Texts("$help.relatedLinks.navigationLink.linkText"));

        string[] Texts(string script) => [.. shell.Output(script).Where(output => output is not null).Select(output => output.ToString().Trim())];
    }

    [Fact]
    public void Get_Help_finds_the_topics()
    {
        var topics = NewShell().Output("Get-Help about_Novita*").Select(topic => (string)topic.Properties["Name"].Value);

        Assert.Equal(
            [
                "about_Novita", "about_Novita_Listing", "about_Novita_Money", "about_Novita_Safety", "about_Novita_Sessions",
                "about_Novita_Testing",
            ],
            topics.Order(StringComparer.Ordinal));
    }

    // Get-Help has a list in one paragraph and trims what it reads, so the words are compared.
    private static string[] Words(IEnumerable<TextBlock> blocks) => Words(blocks.Select(block => $"{block.Marker} {block.Text}"));

    private static string[] Words(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
}
