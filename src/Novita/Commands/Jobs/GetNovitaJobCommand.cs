using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists the long-running jobs of the service, such as saving the image of an instance.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaJob", SupportsPaging = true)]
[OutputType(typeof(Job))]
public sealed class GetNovitaJobCommand : PagedListCommand<Job>
{
    /// <summary>Filters by whole id. An id that does not exist is the error <c>NotFound</c>.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Lists only jobs of the instances with these ids.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NounIdCompleter<Instance>))]
    public string[]? InstanceId { get; set; }

    /// <summary>
    /// Filters by type, ignoring case, or by wildcard: <c>saveImage</c>, <c>instanceMigrate</c>, <c>autoInstanceMigrate</c>.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownValueCompleter<JobType>))]
    public string[]? Type { get; set; }

    /// <summary>
    /// Filters by state, ignoring case, or by wildcard: <c>pulling</c>, <c>running</c>, <c>success</c>, <c>fail</c>, <c>break</c>.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownValueCompleter<JobState>))]
    public string[]? State { get; set; }

    /// <summary>Lists only jobs that were created at this time or later.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>Lists only jobs that were created at this time or earlier.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    private protected override IEnumerable<ListRequest<Job>> Requests
    {
        get
        {
            var state = TextFilter.OneOf(State, JobState.Values);
            var type = TextFilter.OneOf(Type, JobType.Values);
            return from id in Id ?? new string?[] { null }
                   select ListRequests.Jobs(id, state.Query, type.Query, After, Before)
                       .Where(state, job => job.State)
                       .Where(type, job => job.Type)
                       .Where(TextFilter.Ids(InstanceId), job => job.InstanceId);
        }
    }

    private protected override IEnumerable<string> RequiredIds => Id ?? [];

    private protected override bool HasOtherFilters =>
        InstanceId is not null || Type is not null || State is not null || After is not null || Before is not null;
}
