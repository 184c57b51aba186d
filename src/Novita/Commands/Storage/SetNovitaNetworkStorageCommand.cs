using System.Management.Automation;
using Novita.Client.Errors;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Renames network storage and increases its size. Each storage is read first, because the service needs both name and size every time.
/// </summary>
[Cmdlet(VerbsCommon.Set, "NovitaNetworkStorage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(NetworkStorage))]
public sealed class SetNovitaNetworkStorageCommand : ChangeCommand<NetworkStorage>
{
    /// <summary>Sets the new name, up to 255 characters. A name need not be unique.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Sets the new size in GB. The growth is billed. Storage cannot shrink.</summary>
    [Parameter]
    public int? Size { get; set; }

    private protected override string ActionDescription => "Change";

    private protected override bool ChangesProperties => true;

    private protected override void Check()
    {
        if (Name is null && Size is null)
        {
            throw Limits.Invalid("There is nothing to set. Give Name or Size.");
        }

        if (Name is not null)
        {
            NewNetworkStorage.CheckName(Name);
        }

        NewNetworkStorage.CheckSize(Size);
    }

    private protected override IReadOnlyList<Target<NetworkStorage>> Prepare(IReadOnlyList<Target<NetworkStorage>> targets) =>
        [.. from read in ForEach(targets, Target<NetworkStorage>.Limit(targets), ReadFirstAsync) select read.Result];

    private protected override string Describe(Target<NetworkStorage> target) => Edit(target).Describe(target.Resource!);

    private protected override Task<OperationResult> ChangeAsync(Target<NetworkStorage> target) =>
        target.Client.EditNetworkStorageAsync(target.Id, Edit(target), Call);

    private protected override Task<NetworkStorage> ReadAsync(Target<NetworkStorage> target) =>
        target.Client.GetNetworkStorageAsync(target.Id, Call);

    /// <summary>Reads the current storage, and checks that the change is possible.</summary>
    private async Task<Target<NetworkStorage>> ReadFirstAsync(Target<NetworkStorage> target)
    {
        var current = target with { Resource = target.Session.Stamp(await ReadAsync(target).ConfigureAwait(false)) };
        try
        {
            Edit(current);
            return current;
        }
        catch (NovitaException error)
        {
            error.Subject = new Subject(Noun<NetworkStorage>.Singular, target.Id);
            throw;
        }
    }

    private EditedNetworkStorage Edit(Target<NetworkStorage> target) => EditedNetworkStorage.From(target.Resource!, Name, Size);
}
