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

    /// <summary>What the fleet is made from: the same seed at the same time gives the same fleet.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of the first page of the instance list: 0 or 1.</summary>
    public int PageBase { get; init; }

    /// <summary>What page 0 is when <see cref="PageBase"/> is 1.</summary>
    public PageZero PageZero { get; init; }

    /// <summary>The most instances in a page, whatever is asked; null for no limit.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>How far apart pages are when <see cref="MaxPageSize"/> cuts them.</summary>
    public CapStep CapStep { get; init; }

    /// <summary>How the instance list sends its <c>total</c>.</summary>
    public TotalForm Total { get; init; }

    /// <summary>The clusters.</summary>
    public ClusterOptions Clusters { get; init; } = new();

    /// <summary>The products.</summary>
    public ProductOptions Products { get; init; } = new();

    /// <summary>The jobs.</summary>
    public JobOptions Jobs { get; init; } = new();

    /// <summary>The templates.</summary>
    public TemplateOptions Templates { get; init; } = new();

    /// <summary>The registry credentials.</summary>
    public CredentialOptions Credentials { get; init; } = new();

    /// <summary>The network storage.</summary>
    public StorageOptions Storage { get; init; } = new();

    /// <summary>The networks.</summary>
    public NetworkOptions Networks { get; init; } = new();

    /// <summary>Metrics and logs.</summary>
    public MonitoringOptions Monitoring { get; init; } = new();

    /// <summary>Balance, bills and subscriptions.</summary>
    public BillingOptions Billing { get; init; } = new();

    /// <summary>How long every request waits before it is looked at.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether replies are compressed for clients that accept gzip.</summary>
    public bool Gzip { get; init; }

    /// <summary>How long actions take.</summary>
    public Lifecycle Lifecycle { get; init; } = new();

    /// <summary>What actions reply.</summary>
    public ActionReply ActionReply { get; init; }

    /// <summary>The reason beside the message <c>invalid state change</c>.</summary>
    public string InvalidStateReason { get; init; } = ApiError.InvalidStateChange.Reason;

    /// <summary>How get replies carry their node.</summary>
    public NodeForm Node { get; init; }

    /// <summary>Whether replies have members that are no longer, or never were, documented, such as <c>sshPassword</c>.</summary>
    public bool UndocumentedMembers { get; init; } = true;

    /// <summary>The clock of the fleet, of the log and of <see cref="Latency"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
