using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a private network (VPC) in a cluster, and writes it as the service shows it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(Network))]
public sealed class NewNovitaNetworkCommand : NewCommand<Network>
{
    private NewNetwork? _network;

    /// <summary>The name, up to 30 characters. It need not be unique.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The cluster in which to create it. Only instances in this cluster can join it.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    private protected override string Description => $"{_network}";

    private protected override string LookFirst => LookByName(Name, " -Exact -All");

    private protected override void Check()
    {
        _network = new NewNetwork(Name, ClusterId);
        _network.Check();
    }

    private protected override Task<string> CreateAsync(NovitaClient client) => client.CreateNetworkAsync(_network!, Call);

    private protected override Task<Network> ReadAsync(Target<Network> target) => target.Client.GetNetworkAsync(target.Id, Call);
}
