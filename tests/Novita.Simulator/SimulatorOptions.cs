using System.Security.Cryptography;
using Novita.Simulator.Areas.Billing;
using Novita.Simulator.Areas.Catalog;
using Novita.Simulator.Areas.Clusters;
using Novita.Simulator.Areas.Credentials;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Areas.Monitoring;
using Novita.Simulator.Areas.Networks;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Areas.Templates;

namespace Novita.Simulator;

/// <summary>How a simulated service behaves. The documentation leaves several of them open: a client has to be right under each.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Required in front of every path, such as <c>/team-a</c>; none by default.</summary>
    public string PathPrefix { get; init; } = "";

    /// <summary>The only key that is accepted; a random one by default.</summary>
    public string ApiKey { get; init; } = "sk_sim_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>How many instances the fleet begins with.</summary>
    public int Instances { get; init; } = 250;

    /// <summary>The number of the first page of the instance list: 0 or 1.</summary>
    public int PageBase { get; init; }

    /// <summary>What page 0 is when <see cref="PageBase"/> is 1.</summary>
    public PageZero PageZero { get; init; }

    /// <summary>The most instances in a page, whatever is asked; null for no limit.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>How far apart pages are when <see cref="MaxPageSize"/> cuts them.</summary>
    public CapStep CapStep { get; init; }

    public TotalForm Total { get; init; }

    public ClusterOptions Clusters { get; init; } = new();

    public ProductOptions Products { get; init; } = new();

    public JobOptions Jobs { get; init; } = new();

    public TemplateOptions Templates { get; init; } = new();

    public CredentialOptions Credentials { get; init; } = new();

    public StorageOptions Storage { get; init; } = new();

    public NetworkOptions Networks { get; init; } = new();

    public MonitoringOptions Monitoring { get; init; } = new();

    public BillingOptions Billing { get; init; } = new();

    /// <summary>How long every request waits before it is looked at.</summary>
    public TimeSpan Latency { get; init; }

    public bool Gzip { get; init; }

    public Lifecycle Lifecycle { get; init; } = new();

    public ActionReply ActionReply { get; init; }

    /// <summary>The reason beside the message <c>invalid state change</c>.</summary>
    public string InvalidStateReason { get; init; } = ApiError.InvalidStateChange.Reason;

    public NodeForm Node { get; init; }

    /// <summary>Whether replies have members that are no longer, or never were, documented, such as <c>sshPassword</c>.</summary>
    public bool UndocumentedMembers { get; init; } = true;

    /// <summary>The clock of the fleet, of the log and of <see cref="Latency"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
