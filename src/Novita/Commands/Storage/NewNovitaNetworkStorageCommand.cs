using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates network storage, which is billed from then on, and writes it as the service shows it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaNetworkStorage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(NetworkStorage))]
public sealed class NewNovitaNetworkStorageCommand : NewCommand<NetworkStorage>
{
    private NewNetworkStorage? _storage;

    /// <summary>The name, up to 255 characters. It need not be unique.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The cluster in which to create it. Only instances in this cluster can mount it.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>The size in GB, 10 or more. It can grow later, and never shrink.</summary>
    [Parameter(Mandatory = true)]
    public int Size { get; set; }

    private protected override string Description => $"{_storage}";

    private protected override string ActionDescription => "Create, and bill";

    private protected override string LookFirst => LookByName(Name, " -Exact -All");

    private protected override void Check()
    {
        _storage = new NewNetworkStorage(Name, ClusterId, Size);
        _storage.Check();
    }

    private protected override Task<string> CreateAsync(NovitaClient client) => client.CreateNetworkStorageAsync(_storage!, Call);

    private protected override Task<NetworkStorage> ReadAsync(Target<NetworkStorage> target) =>
        target.Client.GetNetworkStorageAsync(target.Id, Call);
}
