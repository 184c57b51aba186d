using Novita.Client.Json;
using Novita.Client.Secrets;

namespace Novita;

/// <summary>A long-running job of the service, such as saving an instance's image.</summary>
public sealed class Job : Resource
{
    private string? _logAddress;

    /// <summary>The job's id (contract: <c>Id</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary><c>saveImage</c>, <c>instanceMigrate</c> or <c>autoInstanceMigrate</c> (contract: <c>type</c>).</summary>
    public string? Type { get; set; }

    /// <summary><c>pulling</c>, <c>running</c>, <c>success</c>, <c>fail</c> or <c>break</c> (contract: <c>state.state</c>).</summary>
    public string? State { get; set; }

    /// <summary>The service's code for the error; null without an error (contract: <c>state.error</c>).</summary>
    public string? Error { get; set; }

    /// <summary>The service's message about the error; null without an error (contract: <c>state.errorMessage</c>).</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>The id of the job's instance (contract: <c>instanceId</c>).</summary>
    public string? InstanceId { get; set; }

    /// <summary>The web address of the job's log, with a token masked (contract: <c>logAddress</c>).</summary>
    public string? LogAddress
    {
        get;
        set
        {
            _logAddress = value;
            field = AddressMask.MaskAddress(value);
        }
    }

    /// <summary>When the job was created, in local time (contract: <c>createdAt</c>).</summary>
    public DateTime? CreatedAt { get; set; }

    internal override string? CurrentState => State;

    /// <summary>Returns the address of the job's log unmasked. Keep the address out of logs.</summary>
    public string? RevealLogAddress() => _logAddress;

    internal override Resource WithState(string state)
    {
        var copy = (Job)MemberwiseClone();
        copy.State = state;
        return copy;
    }

    private static readonly Shape<Job> s_state = ShapeOf<Job>(() => new())
        .Add("state", (job, ref reader) => job.State = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("error", (job, ref reader) => job.Error = JsonString.ReadNonEmpty(ref reader))
        .Add("errorMessage", (job, ref reader) => job.ErrorMessage = JsonString.ReadNonEmpty(ref reader));

    internal static Shape<Job> Shape { get; } = ShapeOf<Job>(() => new())
        .Add("Id", (job, ref reader) => job.Id = JsonString.Read(ref reader) ?? "")
        .Add("type", (job, ref reader) => job.Type = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("state", (job, ref reader) => s_state.ReadInto(job, ref reader))
        .Add("logAddress", (job, ref reader) => job.LogAddress = JsonString.ReadNonEmpty(ref reader))
        .Add("createdAt", (job, ref reader) => job.CreatedAt = JsonTime.Read(ref reader))
        .Add("instanceId", (job, ref reader) => job.InstanceId = JsonString.ReadNonEmpty(ref reader));
}
