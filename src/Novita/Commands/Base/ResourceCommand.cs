using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that works on resources that are given by id, as objects from the pipeline, or by exact name.</summary>
/// <typeparam name="T">Their kind.</typeparam>
public abstract class ResourceCommand<T> : TargetCommand<T>
    where T : Resource
{
    private protected const string NameSet = "Name";

    /// <summary>
    /// Whole names, ignoring case; never a pattern. A name that nothing has is the error <c>NotFound</c>, and one that several have
    /// needs <see cref="AllowMultiple"/>.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(ResourceNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Takes everything that has the name where several have it.</summary>
    [Parameter(ParameterSetName = NameSet)]
    public SwitchParameter AllowMultiple { get; set; }

    /// <summary>The list in which names are looked up.</summary>
    private protected abstract ListRequest<T> AllRequest { get; }

    private protected sealed override IReadOnlyList<Target<T>> Targets =>
        ParameterSetName == NameSet ? FindByName(AllRequest, Name, AllowMultiple) : base.Targets;
}
