using System.Collections;
using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Changes the image, environment, command or network storage of instances. Settings that are not given do not change. The data on the
/// disks is lost without <c>-KeepData</c>.
/// </summary>
[Cmdlet(VerbsData.Update, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class UpdateNovitaInstanceCommand : OperationCommand
{
    /// <summary>Sets the container image, up to 500 characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>Pulls the image with this registry credential, given as an object or by id. An empty text removes the credential.</summary>
    [Parameter]
    [AllowEmptyString]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>
    /// Sets all environment variables as a hashtable, at most 100. <c>@{}</c> removes all variables. A name has up to 511 characters, a
    /// value up to 4095.
    /// </summary>
    [Parameter]
    [VariableArgument]
    [ValidateNotNull]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>
    /// Sets the start command, up to 2047 characters. An empty text removes the command, and so does a variable that is not set.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    public string? Command { get; set; }

    /// <summary>Sets the entrypoint, up to 2047 characters. An empty text removes the entrypoint.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Entrypoint { get; set; }

    /// <summary>
    /// Sets all network storage to mount, such as <c>id=/mountpoint</c>. Every other storage is detached, and an empty list detaches all
    /// storage.
    /// </summary>
    [Parameter]
    [StorageArgument]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NounIdCompleter<NetworkStorage>))]
    public NetworkStorageMount[]? NetworkStorage { get; set; }

    /// <summary>Keeps the data on the disks of the instance. Without this switch the data is deleted.</summary>
    [Parameter]
    public SwitchParameter KeepData { get; set; }

    private protected override InstanceOperation Operation => InstanceOperation.Upgrade;

    private protected override bool StartsBilling => true;

    private protected override string ActionDescription => KeepData ? "Update and restart" : "Update, and delete the data on its disks";

    private protected override bool ChangesProperties => true;

    private protected override void Check()
    {
        // A script with empty variables must not delete the data on the disks.
        if (ImageUrl is null && ImageAuthId is null && EnvironmentVariable is null && Command is null && Entrypoint is null
            && NetworkStorage is null)
        {
            throw Limits.Invalid(
                "There is nothing to update. Give ImageUrl, ImageAuthId, EnvironmentVariable, Command, Entrypoint or NetworkStorage.");
        }

        if (NetworkStorage is { Length: > 0 })
        {
            NetworkStorage = StorageArgumentAttribute.WithoutLocal(NetworkStorage, WriteStep);
            if (NetworkStorage.Length == 0)
            {
                throw Limits.Invalid(
                    "NetworkStorage has only local volumes, which belong to their instance. An empty list detaches all network storage.");
            }
        }

        Upgrade(new UpgradedInstance { ImageUrl = "unchanged" }).Check();
    }

    private protected override Task<OperationResult> ChangeAsync(Target<Instance> target) =>
        target.Client.UpgradeAsync(target.Id, Upgrade, Call);

    private UpgradedInstance Upgrade(UpgradedInstance current) => current with
    {
        ImageUrl = ImageUrl ?? current.ImageUrl,
        ImageAuthId = ImageAuthId is null ? current.ImageAuthId : ImageAuthId.Length == 0 ? null : ImageAuthId,
        Variables = EnvironmentVariable is null ? current.Variables : VariableTable.Read(EnvironmentVariable),
        Command = Command ?? current.Command,
        Entrypoint = Entrypoint ?? current.Entrypoint,
        NetworkStorages = NetworkStorage ?? current.NetworkStorages,
        Save = KeepData,
    };
}
