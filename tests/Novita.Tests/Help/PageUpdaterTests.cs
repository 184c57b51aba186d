using System.Management.Automation;
using Novita.Help.Cmdlets;
using Novita.Help.Pages;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

public sealed class PageUpdaterTests : ServiceTest
{
    private readonly CmdletFacts _cmdlet;

    public PageUpdaterTests()
    {
        var shell = NewShell().With("assembly", typeof(GetSampleCommand).Assembly);
        _cmdlet = CmdletReader.Read((CmdletInfo)shell.Output("Import-Module $assembly; Get-Command Get-Sample").Single().BaseObject);
    }

    [Fact]
    public void A_new_page_is_true_and_readable()
    {
        var text = PageTemplate.Page(_cmdlet);

        Assert.Equal(text, Update(text));
        var page = Read(text);
        Assert.Equal(["Confirm", "Count", "Id", "Kind", "Letter", "Name", "WhatIf"], page.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["System.String"], page.Inputs.Select(type => type.Name));
        Assert.Equal(["System.String"], page.Outputs.Select(type => type.Name));
    }

    [Fact]
    public void The_syntax_has_a_block_for_each_parameter_set()
    {
        Assert.Equal(
            [
                new SyntaxSet("Name", true, "Get-Sample [[-Name] <String[]>] [-Count <Int32>] [-Kind <SampleKind>] [-Letter <String>] [-Confirm] [-WhatIf]\n [<CommonParameters>]"),
                new SyntaxSet("Id", false, "Get-Sample -Id <String> -Count <Int32> [-Kind <SampleKind>] [-Letter <String>] [-Confirm] [-WhatIf]\n [<CommonParameters>]"),
            ],
            Read(PageTemplate.Page(_cmdlet)).Syntax);
    }

    [Fact]
    public void A_parameter_that_differs_between_sets_has_a_block_for_each()
    {
        var count = Read(PageTemplate.Page(_cmdlet)).Parameters.Single(parameter => parameter.Name == "Count").Facts;

        Assert.Equal([("Name", false), ("Id", true)], count.Select(facts => (facts.Sets.Single(), facts.Required)));
    }

    [Theory]
    [InlineData("Name", "Type: String[]\nParameter Sets: Name\nAliases: Title\n\nRequired: False\nPosition: 0\nDefault value: *\nAccept pipeline input: False\nAccept wildcard characters: True\n")]
    [InlineData("Id", "Type: String\nParameter Sets: Id\nAliases:\n\nRequired: True\nPosition: Named\nDefault value: None\nAccept pipeline input: True (ByPropertyName, ByValue)\nAccept wildcard characters: False\n")]
    [InlineData("Kind", "Type: SampleKind\nParameter Sets: (All)\nAliases:\nAccepted values: Red, Green\n\nRequired: False\nPosition: Named\nDefault value: Red\nAccept pipeline input: False\nAccept wildcard characters: False\n")]
    [InlineData("Letter", "Type: String\nParameter Sets: (All)\nAliases:\nAccepted values: a, b\n\nRequired: False\nPosition: Named\nDefault value: None\nAccept pipeline input: False\nAccept wildcard characters: False\n")]
    [InlineData("WhatIf", "Type: SwitchParameter\nParameter Sets: (All)\nAliases: wi\n\nRequired: False\nPosition: Named\nDefault value: False\nAccept pipeline input: False\nAccept wildcard characters: False\n")]
    public void A_yaml_block_tells_what_the_engine_knows(string parameter, string yaml)
    {
        Assert.Equal($"```yaml\n{yaml}```\n", _cmdlet.Parameters[parameter].Single().ToMarkdown());
    }

    [Fact]
    public void What_is_mechanical_is_made_true_and_the_prose_stays()
    {
        var text = PageTemplate.Page(_cmdlet)
            .Replace("{{ Fill Name Description }}", "The name.\n\n- or two", StringComparison.Ordinal)
            .Replace("{{ Fill Description }}", "Prose with -Name <String[]>.", StringComparison.Ordinal);
        var stale = text
            .Replace("Position: 0", "Position: 3", StringComparison.Ordinal)
            .Replace("Aliases: Title", "Aliases:", StringComparison.Ordinal)
            .Replace("[-Letter <String>] ", "", StringComparison.Ordinal);

        Assert.NotEqual(text, stale);
        Assert.Equal(text, Update(stale));
    }

    [Theory]
    [InlineData("Confirm")]
    [InlineData("Id")]
    [InlineData("Kind")]
    [InlineData("Letter")]
    [InlineData("WhatIf")]
    public void A_parameter_without_a_section_gets_one_in_its_place(string parameter)
    {
        var text = PageTemplate.Page(_cmdlet);
        var section = PageTemplate.Parameter(parameter, _cmdlet.Parameters[parameter]);

        Assert.Equal(text, Update(text.Replace(section, "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Several_new_sections_come_in_order()
    {
        var text = PageTemplate.Page(_cmdlet);
        var bare = text.Replace(PageTemplate.Parameter("Kind", _cmdlet.Parameters["Kind"]) + PageTemplate.Parameter("Letter", _cmdlet.Parameters["Letter"]), "", StringComparison.Ordinal);

        Assert.NotEqual(text, bare);
        Assert.Equal(text, Update(bare));
    }

    [Fact]
    public void A_section_without_a_parameter_is_told_of_and_stays()
    {
        var text = PageTemplate.Page(_cmdlet).Replace("### -Kind", "### -Sort", StringComparison.Ordinal);

        Assert.Equal(["-Sort"], PageUpdater.Surplus(PageDocument.Parse("Get-Sample", text), _cmdlet));
        Assert.Contains("### -Sort", Update(text), StringComparison.Ordinal);
    }

    private static HelpPage Read(string text) => HelpPageReader.Read(PageDocument.Parse("Get-Sample", text));

    private string Update(string text) => PageUpdater.Update(PageDocument.Parse("Get-Sample", text), _cmdlet);
}
