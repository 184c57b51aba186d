using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What comes out when the service does not do what it was asked.</summary>
public sealed class ActionErrorTests : ServiceTest
{
    [Theory]
    [InlineData("Start", "running", false)]
    [InlineData("Start", "removing", true)]
    [InlineData("Stop", "exited", false)]
    [InlineData("Stop", "pulling", true)]
    [InlineData("Restart", "exited", true)]
    [InlineData("Restart", "running", false)]
    [InlineData("Move", "starting", true)]
    [InlineData("Move", "migrating", false)]
    [InlineData("Update", "starting", true)]
    [InlineData("Update", "resetting", true)]
    [InlineData("Set", "removing", true)]
    [InlineData("Remove", "removing", false)]
    public async Task A_status_that_does_not_allow_it_is_an_error_unless_it_is_where_that_leads(string verb, string status, bool fails)
    {
        var change = Change.Of(verb);
        var fleet = new SimulatedInstance[] { new() { Status = change.From }, new() { Status = status }, new() { Status = change.From } };
        var service = await StartAsync(fleet);
        using var refusal = status == change.To || (verb is "Remove" or "Restart")
            ? service.Refuse(verb == "Remove" ? InstanceAction.Delete : InstanceAction.Restart, ApiError.InvalidStateChange, instance => instance.Id == fleet[1].Id && status != "running")
            : null;

        var run = Connect(service).With("ids", fleet.Select(instance => instance.Id)).Invoke($"$ids | {change.Script} -PassThru");

        Assert.Null(run.Terminating);
        Assert.Equal(fails ? 2 : 3, run.Output.Length);
        if (fails)
        {
            AssertError(run, "InvalidState", ErrorCategory.InvalidOperation, fleet[1].Id);
            Assert.Contains(verb == "Set" ? "invalid state change" : $"whose status is '{status}'", run.Error.Exception.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(run.Errors);
        }
    }

    [Theory]
    [InlineData("OPERATION_LIMIT")]
    [InlineData("")]
    [InlineData("SOMETHING_NEW")]
    public async Task Wrong_states_are_told_by_the_message_whatever_the_reason(string reason)
    {
        var chosen = new SimulatedInstance { Status = "pulling" };
        var service = await StartAsync(new SimulatorOptions { Instances = 0, InvalidStateReason = reason });
        service.Fleet.Add(chosen);

        var run = Connect(service).Invoke("Get-NovitaInstance | Stop-NovitaInstance");

        AssertError(run, "InvalidState", ErrorCategory.InvalidOperation, chosen.Id);
    }

    public static TheoryData<string, string, string, ErrorCategory> Refusals { get; } = new()
    {
        { nameof(ApiError.InsufficientResource), "Start", "CapacityUnavailable", ErrorCategory.ResourceUnavailable },
        { nameof(ApiError.InsufficientResource), "Move", "CapacityUnavailable", ErrorCategory.ResourceUnavailable },
        { nameof(ApiError.BalanceNotEnough), "Start", "BalanceTooLow", ErrorCategory.QuotaExceeded },
        { nameof(ApiError.CreateInstanceLimit), "Start", "QuotaExceeded", ErrorCategory.QuotaExceeded },
        { nameof(ApiError.ResourceNotFound), "Stop", "NotFound", ErrorCategory.ObjectNotFound },
        { nameof(ApiError.PrepaidInstance), "Remove", "InvalidState", ErrorCategory.InvalidOperation },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_an_error_of_that_instance_alone(string refusal, string verb, string id, ErrorCategory category)
    {
        var change = Change.Of(verb);
        var fleet = Enumerable.Range(0, 3).Select(_ => new SimulatedInstance { Status = change.From }).ToArray();
        var service = await StartAsync(fleet);
        var error = (ApiError)typeof(ApiError).GetProperty(refusal)!.GetValue(null)!;
        service.Refuse(Action(verb), error, instance => instance.Id == fleet[1].Id);

        var run = Connect(service).Invoke($"Get-NovitaInstance | {change.Script} -PassThru");

        AssertError(run, id, category, fleet[1].Id);
        Assert.Equal([fleet[0].Id, fleet[2].Id], run.Output.Select(instance => instance.Properties["Id"].Value));
        Assert.Equal(3, service.Requests.Changing.Count);
    }

    [Theory]
    [MemberData(nameof(Change.Actions), MemberType = typeof(Change))]
    public async Task An_answer_that_says_no_after_the_fact_is_a_success(string verb)
    {
        var change = Change.Of(verb);
        var service = await StartAsync(new SimulatedInstance { Status = change.From });
        service.PerformButRefuse(Action(verb));

        var output = Connect(service).Output($"Get-NovitaInstance | {change.Script} -PassThru").Single();

        Assert.Equal(change.To, output.Properties["Status"].Value);
        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [MemberData(nameof(Change.Actions), MemberType = typeof(Change))]
    public async Task A_lost_answer_is_made_up_for_by_a_look_and_never_by_a_second_change(string verb)
    {
        var change = Change.Of(verb);
        var service = await StartAsync(new SimulatedInstance { Status = change.From });
        service.PerformButLose(Action(verb));

        var output = Connect(service).Output($"Get-NovitaInstance | {change.Script} -PassThru").Single();

        Assert.Equal(change.To, output.Properties["Status"].Value);
        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task A_lost_answer_that_nothing_makes_up_for_says_that_it_may_have_happened(string verb)
    {
        var change = Change.Of(verb);
        var chosen = new SimulatedInstance { Status = change.From };
        var service = await StartAsync(chosen);
        var shell = Connect(service).With("id", chosen.Id);
        using var fault = service.Intercept((context, next) =>
        {
            if (context.Request.Method != "POST")
            {
                return next(context);
            }

            context.Abort();
            return Task.CompletedTask;
        });

        var run = shell.Invoke($"$id | {change.Script}");

        AssertError(run, "ConnectionFailed", ErrorCategory.ConnectionError, chosen.Id);
        Assert.Contains("may have done it all the same", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Get-NovitaInstance -Id", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task A_change_that_failed_on_the_server_is_not_sent_again(string verb)
    {
        var change = Change.Of(verb);
        var chosen = new SimulatedInstance { Status = change.From };
        var service = await StartAsync(chosen);
        var shell = Connect(service).With("id", chosen.Id);
        using var fault = service.Intercept((context, next) =>
        {
            if (context.Request.Method != "POST")
            {
                return next(context);
            }

            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

        var run = shell.Invoke($"$id | {change.Script}");

        AssertError(run, "ServiceUnavailable", ErrorCategory.ResourceUnavailable, chosen.Id);
        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task A_change_that_was_throttled_is_sent_again(string verb)
    {
        var time = UseFastTime();
        var change = Change.Of(verb);
        var chosen = new SimulatedInstance { Status = change.From };
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fleet.Add(chosen);
        var shell = Connect(service).With("id", chosen.Id);
        service.Throttle(TimeSpan.FromSeconds(30));

        Assert.Equal(change.To, shell.Output($"$id | {change.Script} -PassThru").Single().Properties["Status"].Value);

        Assert.True(service.Fleet.Find(chosen.Id)!.Status != "exited");
        Assert.Contains(service.Requests, request => request.Status == 429);
    }

    [Fact]
    public async Task ErrorAction_Stop_ends_at_the_first_error()
    {
        var service = await StartAsync(new SimulatedInstance());

        var run = Connect(service).Invoke("try { 'no-such' | Stop-NovitaInstance -ErrorAction Stop; 'went on' } catch { $_.FullyQualifiedErrorId }");

        Assert.Equal("NotFound,Novita.Commands.StopNovitaInstanceCommand", run.Output.Single().ToString());
    }

    private static InstanceAction Action(string verb) => verb switch
    {
        "Remove" => InstanceAction.Delete,
        "Update" => InstanceAction.Upgrade,
        "Move" => InstanceAction.Migrate,
        "Set" => InstanceAction.Edit,
        _ => Enum.Parse<InstanceAction>(verb),
    };

    private static void AssertError(Run run, string id, ErrorCategory category, string target)
    {
        Assert.Null(run.Terminating);
        var error = Assert.Single(run.Errors);
        Assert.StartsWith($"{id},Novita.Commands.", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
        Assert.Contains(target, error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }
}
