using System.Management.Automation;
using Novita.Client.Errors;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Renames network storage and lets it grow. Each is read first: the service wants name and size every time, and storage never shrinks.
/// </summary>
[Cmdlet(VerbsCommon.Set, "NovitaNetworkStorage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(NetworkStorage))]
public sealed class SetNovitaNetworkStorageCommand : ChangeCommand<NetworkStorage>
{
    /// <summary>The new name, up to 255 characters. It need not be unique.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The size in GB that it shall have; what it grows by is billed. It can never shrink.</summary>
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

    /// <summary>Reads a storage as it is now, and checks that it can be changed so.</summary>
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
