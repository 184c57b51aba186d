using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates network storage and writes it. The storage is billed from then on.</summary>
[Cmdlet(VerbsCommon.New, "NovitaNetworkStorage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(NetworkStorage))]
public sealed class NewNovitaNetworkStorageCommand : NewCommand<NetworkStorage>
{
    private NewNetworkStorage? _storage;

    /// <summary>Sets the name, up to 255 characters. A name need not be unique.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Creates the storage in the cluster with this id. Only instances in the same cluster can mount the storage.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>Sets the size in GB, at least 10. Storage can grow later, but it cannot shrink.</summary>
    [Parameter(Mandatory = true)]
    public int Size { get; set; }

    private protected override string Description => $"{_storage}";

    private protected override string ActionDescription => "Create, and bill";

    private protected override string RetryAdvice => LookByName(Name, " -Exact -All");

    private protected override void Check()
    {
        _storage = new NewNetworkStorage(Name, ClusterId, Size);
        _storage.Check();
    }

    private protected override Task<string> CreateAsync(NovitaClient client) => client.CreateNetworkStorageAsync(_storage!, Call);

    private protected override Task<NetworkStorage> ReadAsync(Target<NetworkStorage> target) =>
        target.Client.GetNetworkStorageAsync(target.Id, Call);
}
