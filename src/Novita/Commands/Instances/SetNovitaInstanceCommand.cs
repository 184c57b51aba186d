using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Changes the ports of instances, grows their root disks, and turns automatic migration on or off. Settings that are not given do not
/// change.
/// </summary>
[Cmdlet(VerbsCommon.Set, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class SetNovitaInstanceCommand : InstanceChangeCommand
{
    /// <summary>
    /// Sets all open ports, each with its type, such as <c>8888/http, 22/tcp</c>. Every other port is closed, and an empty list closes all
    /// ports. The numbers are 1 to 65535 without 2222 to 2224. At most 15 ports are allowed.
    /// </summary>
    [Parameter]
    [PortArgument]
    [AllowEmptyCollection]
    public PortMapping[]? Port { get; set; }

    /// <summary>Opens further ports. A port that is already open gets the new type.</summary>
    [Parameter]
    [PortArgument]
    [ValidateNotNullOrEmpty]
    public PortMapping[]? AddPort { get; set; }

    /// <summary>Closes the ports with these numbers. The other ports stay open.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, 65535)]
    public int[]? RemovePort { get; set; }

    /// <summary>
    /// Grows the root disk to this size in GB, up to 6144. The node may allow less: see <c>Node</c> of <c>Get-NovitaInstance -Id</c>. A
    /// disk that already has this size does not change, and a disk cannot shrink.
    /// </summary>
    [Parameter]
    public int? RootfsSize { get; set; }

    /// <summary>Sets whether the service may move the instance by itself when its node is faulty.</summary>
    [Parameter]
    public bool? AutoMigrate { get; set; }

    /// <summary>With <see cref="AutoMigrate"/>, moves the data on the system disk too.</summary>
    [Parameter]
    public SwitchParameter MigrateSystemDisk { get; set; }

    private bool EditsInstance => Port is not null || AddPort is not null || RemovePort is not null || RootfsSize is not null;

    private protected override string ActionDescription => string.Join(" and ", Actions);

    private IEnumerable<string> Actions
    {
        get
        {
            if (Port is not null)
            {
                yield return Port.Length == 0 ? "Close all ports" : $"Set ports to {string.Join<PortMapping>(", ", Port)}";
            }

            if (AddPort is not null)
            {
                yield return $"Open {string.Join<PortMapping>(", ", AddPort)}";
            }

            if (RemovePort is not null)
            {
                yield return $"Close {string.Join(", ", RemovePort)}";
            }

            if (RootfsSize is not null)
            {
                yield return $"Grow the root disk to {RootfsSize} GB";
            }

            if (AutoMigrate is { } migrates)
            {
                var disk = migrates && MigrateSystemDisk ? ", system disk included" : "";
                yield return $"Turn automatic migration {(migrates ? "on" : "off")}{disk}";
            }
        }
    }

    private protected override bool ChangesProperties => true;

    private protected override void Check()
    {
        if (MigrateSystemDisk && AutoMigrate != true)
        {
            throw Limits.Invalid(
                "MigrateSystemDisk has no effect without AutoMigrate. Give -AutoMigrate $true, or leave MigrateSystemDisk out.");
        }

        if (!EditsInstance && AutoMigrate is null)
        {
            throw Limits.Invalid("There is nothing to set. Give Port, AddPort, RemovePort, RootfsSize or AutoMigrate.");
        }

        if (Port is not null && (AddPort is not null || RemovePort is not null))
        {
            throw Limits.Invalid("Port sets all ports, so AddPort and RemovePort cannot be used with it.");
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

    private EditedInstance Edit(InstanceDetail current) => EditedInstance.From(current, Port, AddPort, RemovePort, RootfsSize);
}
