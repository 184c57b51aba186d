using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Changes the ports of instances, grows their root disks, and turns automatic migration on or off. What is not named stays as it is.
/// </summary>
[Cmdlet(VerbsCommon.Set, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class SetNovitaInstanceCommand : InstanceChangeCommand
{
    /// <summary>
    /// All ports that the instance is to have, each with its type: <c>8888/http, 22/tcp</c>. Others are closed; an empty list closes
    /// all. From 1 to 65535, but 2222 to 2224; 15 at most.
    /// </summary>
    [Parameter]
    [PortArgument]
    [AllowEmptyCollection]
    public PortMapping[]? Port { get; set; }

    /// <summary>Ports to open besides those the instance has. One that is open already gets the type that is given.</summary>
    [Parameter]
    [PortArgument]
    [ValidateNotNullOrEmpty]
    public PortMapping[]? AddPort { get; set; }

    /// <summary>Numbers of ports to close; the others stay open.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, 65535)]
    public int[]? RemovePort { get; set; }

    /// <summary>
    /// The size that the root disk is to have, in GB, up to 6144; the node may allow less (<c>Node</c> of
    /// <c>Get-NovitaInstance -Id</c>). It can only grow; one that is that large already stays as it is.
    /// </summary>
    [Parameter]
    public int? RootfsSize { get; set; }

    /// <summary>Whether the service may move the instance by itself when its node is faulty.</summary>
    [Parameter]
    public bool? AutoMigrate { get; set; }

    /// <summary>With <see cref="AutoMigrate"/>: moves what was written on the system disk too.</summary>
    [Parameter]
    public SwitchParameter MigrateSystemDisk { get; set; }

    private bool EditsInstance => Port is not null || AddPort is not null || RemovePort is not null || RootfsSize is not null;

    private protected override string ActionDescription => string.Join(" and ", new[]
    {
        Port is null ? null : $"Set ports to {(Port.Length == 0 ? "none" : string.Join<PortMapping>(", ", Port))}",
        AddPort is null ? null : $"Open {string.Join<PortMapping>(", ", AddPort)}",
        RemovePort is null ? null : $"Close {string.Join(", ", RemovePort)}",
        RootfsSize is null ? null : $"Grow the root disk to {RootfsSize} GB",
        AutoMigrate is not { } migrates ? null
            : $"Turn automatic migration {(migrates ? "on" : "off")}{(migrates && MigrateSystemDisk ? ", system disk included" : "")}",
    }.OfType<string>());

    private protected override bool ChangesProperties => true;

    private protected override void Check()
    {
        if (MigrateSystemDisk && AutoMigrate != true)
        {
            throw Limits.Invalid("MigrateSystemDisk has no effect without AutoMigrate. Give -AutoMigrate $true, or leave it out.");
        }

        if (!EditsInstance && AutoMigrate is null)
        {
            throw Limits.Invalid("There is nothing to set. Give Port, AddPort, RemovePort, RootfsSize or AutoMigrate.");
        }

        if (Port is not null && (AddPort is not null || RemovePort is not null))
        {
            throw Limits.Invalid("Port names every port, so AddPort and RemovePort do not go with it.");
        }

        InstanceLimits.Ports([.. Port ?? [], .. AddPort ?? []]);
        InstanceLimits.RootfsSize(RootfsSize);
    }

    private protected override async Task<OperationResult> ChangeAsync(Target<Instance> target)
    {
        var result = EditsInstance ? await target.Client.EditAsync(target.Id, Edit, Call).ConfigureAwait(false) : null;
        return AutoMigrate is { } migrates
            ? await target.Client.SetAutoMigrateAsync(target.Id, migrates, MigrateSystemDisk, Call).ConfigureAwait(false)
            : result!;
    }

    private EditedInstance Edit(InstanceDetail current)
    {
        var ports = Port ?? current.PortMappings
            .Where(mapping => RemovePort?.Contains(mapping.Port ?? 0) != true && AddPort?.Any(added => added.Port == mapping.Port) != true)
            .Concat(AddPort ?? []);
        return new EditedInstance { Ports = [.. ports], ExpandRootDisk = Growth(current) };
    }

    private int Growth(InstanceDetail current)
    {
        if (RootfsSize is not { } wanted)
        {
            return 0;
        }

        var size = current.RootfsSize ?? throw new NovitaException(NovitaErrorKind.ResponseInvalid,
            "The service did not report the size of the root disk, so it cannot be resized. Try again later, or leave RootfsSize out.");
        return wanted >= size ? wanted - size : throw Limits.Invalid(
            $"The root disk has {size} GB and cannot shrink to {wanted}. Give RootfsSize {size} or more.");
    }
}
