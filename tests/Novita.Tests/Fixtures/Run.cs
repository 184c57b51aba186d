using System.Management.Automation;

namespace Novita.Tests.Fixtures;

/// <summary>Everything that a script said.</summary>
public sealed record Run(
    PSObject[] Output,
    ErrorRecord[] Errors,
    ErrorRecord? Terminating,
    string[] Warnings,
    string[] Verbose,
    string[] Debug,
    ProgressRecord[] Progress)
{
    /// <summary>The one error of the run, terminating or not.</summary>
    public ErrorRecord Error => Terminating ?? Assert.Single(Errors);

    /// <summary>The first part of the one error's id.</summary>
    public string ErrorId => Error.FullyQualifiedErrorId.Split(',')[0];
}
