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
/// Gives instances another image, environment or command. What is not named is taken over from the instance; its data is kept only with
/// <c>-KeepData</c>.
/// </summary>
[Cmdlet(VerbsData.Update, "NovitaInstance", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class UpdateNovitaInstanceCommand : OperationCommand
{
    /// <summary>The container image, up to 500 characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>The registry credential to pull the image with, or its id; an empty text for none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>
    /// All environment variables that the instance is to have, as a hashtable, 100 at most; <c>@{}</c> for none. Names have up to 511
    /// characters, values up to 4095.
    /// </summary>
    [Parameter]
    [VariableArgument]
    [ValidateNotNull]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>The start command, up to 2047 characters; an empty text, and so a variable that is not set, for none.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Command { get; set; }

    /// <summary>The entrypoint, up to 2047 characters; an empty text for none.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Entrypoint { get; set; }

    /// <summary>
    /// All network storage that the instance shall have mounted, as <c>id=/mountpoint</c>; other storage is detached, and an empty list
    /// detaches all.
    /// </summary>
    [Parameter]
    [StorageArgument]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NounIdCompleter<NetworkStorage>))]
    public NetworkStorageMount[]? NetworkStorage { get; set; }

    /// <summary>Keeps the data on the instance's disks. Without it they are emptied.</summary>
    [Parameter]
    public SwitchParameter KeepData { get; set; }

    private protected override InstanceOperation Operation => InstanceOperation.Upgrade;

    private protected override bool Bills => true;

    private protected override string ActionDescription => KeepData ? "Update and restart" : "Update, and delete the data on its disks";

    private protected override bool ChangesProperties => true;

    private protected override void Check()
    {
        // A script whose settings came out empty must not empty the disks.
        if (ImageUrl is null && ImageAuthId is null && EnvironmentVariable is null && Command is null && Entrypoint is null
            && NetworkStorage is null)
        {
            throw Limits.Invalid("There is nothing to update. Give ImageUrl, ImageAuthId, EnvironmentVariable, Command, Entrypoint or "
                + "NetworkStorage.");
        }

        if (NetworkStorage is { Length: > 0 })
        {
            NetworkStorage = StorageArgumentAttribute.WithoutLocal(NetworkStorage, WriteStep);
            if (NetworkStorage.Length == 0)
            {
                throw Limits.Invalid("NetworkStorage has local volumes only, which stay with their instance. To detach all network "
                    + "storage, give an empty list.");
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
