using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that works on resources given by id, as objects from the pipeline, or by exact name.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ResourceCommand<T> : TargetCommand<T>
    where T : Resource
{
    private protected const string NameSet = "Name";

    /// <summary>
    /// Selects by whole name, ignoring case. Wildcards are not allowed. A name that does not exist is the error <c>NotFound</c>. A name
    /// that several have is an error without <see cref="AllowMultiple"/>.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = NameSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(ResourceNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Selects everything that has the name, if several have the same name.</summary>
    [Parameter(ParameterSetName = NameSet)]
    public SwitchParameter AllowMultiple { get; set; }

    /// <summary>The list in which names are looked up.</summary>
    private protected abstract ListRequest<T> AllRequest { get; }

    private protected sealed override IReadOnlyList<Target<T>> Targets =>
        ParameterSetName == NameSet ? FindByName(AllRequest, Name, AllowMultiple) : base.Targets;
}
