using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a private network (VPC) in a cluster and writes it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(Network))]
public sealed class NewNovitaNetworkCommand : NewCommand<Network>
{
    private NewNetwork? _network;

    /// <summary>Sets the name, up to 30 characters. A name need not be unique.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Creates the network in the cluster with this id. Only instances in the same cluster can join the network.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    private protected override string Description => $"{_network}";

    private protected override string RetryAdvice => LookByName(Name, " -Exact -All");

    private protected override void Check()
    {
        _network = new NewNetwork(Name, ClusterId);
        _network.Check();
    }

    private protected override Task<string> CreateAsync(NovitaClient client) => client.CreateNetworkAsync(_network!, Call);

    private protected override Task<Network> ReadAsync(Target<Network> target) => target.Client.GetNetworkAsync(target.Id, Call);
}
