using System.Management.Automation;

namespace Novita.Tests.Fixtures;

/// <summary>A cmdlet with everything that a page has to tell.</summary>
[Cmdlet(VerbsCommon.Get, "Sample", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class GetSampleCommand : PSCmdlet
{
    /// <summary>
    /// Names, as <c>Get-Sample</c> <see cref="Id"/> knows
    /// them.<para>A second paragraph with <see langword="true"/>.</para>
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [Alias("Title")]
    [SupportsWildcards]
    public string[] Name { get; set; } = ["*"];

    /// <summary>An id.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    public string? Id { get; set; }

    /// <summary>A number.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Id")]
    [Parameter(ParameterSetName = "Name")]
    public int? Count { get; set; }

    /// <summary>A kind.</summary>
    [Parameter]
    public SampleKind Kind { get; set; }

    /// <summary>A letter.</summary>
    [Parameter]
    [ValidateSet("a", "b")]
    public string? Letter { get; set; }

    /// <summary>What syntax does not show.</summary>
    [Parameter(DontShow = true)]
    public string? Hidden { get; set; }
}
