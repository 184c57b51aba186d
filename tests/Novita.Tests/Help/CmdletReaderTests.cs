using Novita.Generator;
using Novita.Generator.Cmdlets;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Help;

public sealed class CmdletReaderTests
{
    private static readonly string s_comments = Path.ChangeExtension(typeof(GetSampleCommand).Assembly.Location, ".xml");

    private static CmdletFacts Sample { get; } = CmdletReader.Read(typeof(GetSampleCommand), DocComments.Read(s_comments));

    [Fact]
    public void A_parameter_set_has_its_parameters_in_the_order_of_the_call()
    {
        Assert.Equal(["Name: Name, Count, Kind, Letter, Hidden, Confirm, WhatIf", "Id: Id, Count, Kind, Letter, Hidden, Confirm, WhatIf"],
            Sample.Sets.Select(set => $"{set.Name}: {string.Join(", ", set.Parameters.Select(parameter => parameter.Name))}"));
    }

    [Fact]
    public void A_parameter_is_required_only_in_the_sets_that_say_so()
    {
        Assert.Equal([false, true], Sample.Sets.Select(set => set.Parameters.Single(parameter => parameter.Name == "Count").IsRequired));
    }

    [Theory]
    [InlineData("Name", "String[] 0 Title  * False True")]
    [InlineData("Id", "String    None True (ByPropertyName, ByValue) False")]
    [InlineData("Kind", "SampleKind   Red/Green Red False False")]
    [InlineData("Letter", "String   a/b None False False")]
    [InlineData("WhatIf", "SwitchParameter  wi  False False False")]
    public void A_parameter_has_what_the_engine_knows(string name, string facts)
    {
        var parameter = Sample.Parameters.Single(parameter => parameter.Name == name);

        Assert.Equal(facts, $"{parameter.Type} {parameter.Position} {string.Join('/', parameter.Aliases)} {string.Join('/', parameter.AcceptedValues)} {parameter.DefaultValue} {parameter.PipelineInput} {parameter.HasWildcards}");
    }

    [Fact]
    public void The_doc_comment_of_a_parameter_is_its_help()
    {
        Assert.Equal(
            ["Names, as Get-Sample -Id knows them.", "A second paragraph with true."],
            Sample.Parameters.Single(parameter => parameter.Name == "Name").Text.Select(block => block.Text));
    }

    [Fact]
    public void A_parameter_without_a_doc_comment_stops_the_build_with_its_name()
    {
        var error = Assert.Throws<GeneratorException>(() => CmdletReader.Read(typeof(GetSampleCommand), DocComments.Read()));

        Assert.Contains("of Get-Sample has no doc comment", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_of_the_pipeline_are_those_that_the_cmdlet_declares()
    {
        Assert.Equal(["System.String"], Sample.Inputs.Select(type => type.Name));
        Assert.Equal(["System.String"], Sample.Outputs.Select(type => type.Name));
    }
}
