using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Novita.Simulator.Areas.Instances;
using Novita.Simulator.Lives;

namespace Novita.Simulator;

/// <summary>
/// An instance as the replies have it. Every member has a usable default; two instances are equal when they read the same in a list.
/// </summary>
public sealed record SimulatedInstance
{
    private Serialised? _wire;

    /// <summary>16 hexadecimal digits; a random id by default.</summary>
    public string Id { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Not necessarily unique.</summary>
    public string Name { get; init; } = "instance";

    public string ClusterId { get; init; } = "as-sgp-2";

    public string? ClusterName { get; init; }

    public string Status { get; init; } = "running";

    public string ImageUrl { get; init; } = "docker.io/library/ubuntu:24.04";

    public string? ImageAuthId { get; init; }

    public string? Command { get; init; }

    public string? Entrypoint { get; init; }

    /// <summary>Cores; a string on the wire.</summary>
    public int CpuNum { get; init; } = 16;

    /// <summary>GB; a string on the wire.</summary>
    public int Memory { get; init; } = 62;

    /// <summary>A string on the wire; 0 for a CPU instance.</summary>
    public int GpuNum { get; init; } = 1;

    /// <summary>Optional: empty is unset.</summary>
    public ImmutableArray<SimulatedPort> PortMappings { get; init; } = [];

    public string ProductId { get; init; } = "4090.16c62g";

    public string ProductName { get; init; } = "RTX 4090 24GB";

    /// <summary>GB; a number on the wire.</summary>
    public int RootfsSize { get; init; } = 60;

    /// <summary>Optional: empty is unset.</summary>
    public ImmutableArray<SimulatedVolume> VolumeMounts { get; init; } = [];

    public SimulatedError? StatusError { get; init; }

    /// <summary>Optional: empty is unset.</summary>
    public ImmutableArray<SimulatedVariable> Envs { get; init; } = [];

    /// <summary>Optional: <c>gpu</c> or <c>cpu</c>.</summary>
    public string? Kind { get; init; } = "gpu";

    /// <summary><c>onDemand</c>, <c>monthly</c> or <c>spot</c>.</summary>
    public string BillingMode { get; init; } = "onDemand";

    /// <summary>Unix seconds in a string on the wire; null is sent as <c>"-1"</c>, pay-as-you-go.</summary>
    public DateTimeOffset? EndTime { get; init; }

    public string? SpotStatus { get; init; }

    /// <summary>Unix seconds in a string on the wire; null is sent as <c>"0"</c>, reclaim not begun.</summary>
    public DateTimeOffset? SpotReclaimTime { get; init; }

    /// <summary>Optional: the VPC; in get replies only.</summary>
    public string? NetworkId { get; init; }

    /// <summary>What it was created with; in get replies only.</summary>
    public ImmutableArray<SimulatedTool> Tools { get; init; } = [];

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? LastStartedAt { get; init; }

    public DateTimeOffset? LastStoppedAt { get; init; }

    /// <summary>How long it ran before <see cref="RunningSince"/>; get replies have the sum.</summary>
    public TimeSpan UseTime { get; init; }

    /// <summary>Since when it runs, if that is known; not sent.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>Months that its subscription is renewed by; null for not at all; not sent.</summary>
    public int? AutoRenewMonths { get; init; }

    /// <summary>Whether it may be moved when its node is faulty; not sent.</summary>
    public bool AutoMigrate { get; init; }

    /// <summary>Whether its system disk is moved too; not sent.</summary>
    public bool MigratesSystemDisk { get; init; }

    /// <summary>Days that its data is kept after a stop; in get replies only.</summary>
    public int KeepDataDay { get; init; } = 7;

    /// <summary>How often it came to run; not sent, but ports and passwords outside depend on it.</summary>
    public int Starts { get; init; }

    /// <summary>How this instance writes optional members that have no value.</summary>
    public Unset Unset { get; init; }

    /// <summary>Members the contract does not document, sent after the documented ones.</summary>
    public ImmutableSortedDictionary<string, JsonNode?> Extra { get; init; } =
        ImmutableSortedDictionary.Create<string, JsonNode?>(StringComparer.Ordinal);

    /// <summary>When set, this text is sent as it is in place of the whole object, valid JSON or not.</summary>
    public string? RawJson { get; init; }

    /// <summary>The command that get replies show while it runs; another one after every start.</summary>
    public string SshCommand => Access.Of(this).SshCommand;

    /// <summary>The password that get replies show while it runs; another one after every start.</summary>
    public string SshPassword => Access.Of(this).SshPassword;

    /// <summary>All passwords and tokens that replies have shown of it: those of earlier starts, too.</summary>
    public ImmutableArray<string> Secrets => Access.SecretsOf(this);

    /// <summary>The bytes of this instance in a list reply, made once.</summary>
    internal ReadOnlyMemory<byte> Wire
    {
        get
        {
            var wire = _wire;

            // A `with` expression copies this field too: the copy must not send what the original says.
            if (wire is null || !ReferenceEquals(wire.Owner, this))
            {
                var bytes = RawJson is null ? InstanceJson.Row(this) : Encoding.UTF8.GetBytes(RawJson);
                _wire = wire = new(this, bytes);
            }

            return wire.Bytes;
        }
    }

    public bool Equals(SimulatedInstance? other) =>
        ReferenceEquals(this, other) || (other is not null && Wire.Span.SequenceEqual(other.Wire.Span));

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    private sealed record Serialised(SimulatedInstance Owner, byte[] Bytes);
}
