using System.Management.Automation;

namespace Novita.Tests.Fixtures;

/// <summary>A cmdlet with everything that a page has to tell.</summary>
[Cmdlet(VerbsCommon.Get, "Sample", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class GetSampleCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [Alias("Title")]
    [SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    public string? Id { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Id")]
    [Parameter(ParameterSetName = "Name")]
    public int? Count { get; set; }

    [Parameter]
    public SampleKind Kind { get; set; }

    [Parameter]
    [ValidateSet("a", "b")]
    public string? Letter { get; set; }

    [Parameter(DontShow = true)]
    public string? Hidden { get; set; }
}
