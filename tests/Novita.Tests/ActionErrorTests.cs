using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What comes out when the service does not do what it was asked.</summary>
public sealed class ActionErrorTests : ServiceTest
{
    [Theory]
    [InlineData("Start-NovitaInstance", "removing", InstanceAction.Start)]
    [InlineData("Stop-NovitaInstance", "pulling", InstanceAction.Stop)]
    [InlineData("Restart-NovitaInstance", "exited", InstanceAction.Restart)]
    [InlineData("Move-NovitaInstance -Confirm:$false", "starting", InstanceAction.Migrate)]
    [InlineData("Update-NovitaInstance -ImageUrl other:2 -KeepData -Confirm:$false", "resetting", InstanceAction.Upgrade)]
    [InlineData("Set-NovitaInstance -AddPort 9000/tcp", "removing", InstanceAction.Edit)]
    [InlineData("Remove-NovitaInstance -Confirm:$false", "running", InstanceAction.Delete)]
    public async Task A_refusal_for_the_status_of_an_instance_names_that_status(string script, string status, InstanceAction action)
    {
        var chosen = new SimulatedInstance { Status = status };
        var service = await StartAsync(chosen);
        using var refusal = service.Refuse(action, ApiError.InvalidStateChange);

        var run = Connect(service).Invoke($"Get-NovitaInstance | {script} -PassThru");

        Assert.Empty(run.Output);
        AssertError(run, "InvalidState", ErrorCategory.InvalidOperation, chosen.Id);
        var told = action == InstanceAction.Edit ? "invalid state change" : $"whose status is '{status}'";
        Assert.Contains(told, run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stop-NovitaInstance", "exited", InstanceAction.Stop)]
    [InlineData("Remove-NovitaInstance -Confirm:$false", "removing", InstanceAction.Delete)]
    [InlineData("Move-NovitaInstance -Confirm:$false", "migrating", InstanceAction.Migrate)]
    public async Task A_refusal_of_an_instance_that_is_there_already_is_no_error(string script, string status, InstanceAction action)
    {
        var service = await StartAsync(new SimulatedInstance { Status = status });
        using var refusal = service.Refuse(action, ApiError.InvalidStateChange);

        Assert.Equal(status, Value(Connect(service).Output($"Get-NovitaInstance | {script} -PassThru").Single(), "Status"));
    }

    [Theory]
    [InlineData(nameof(ApiError.InsufficientResource), "CapacityUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData(nameof(ApiError.BalanceNotEnough), "BalanceTooLow", ErrorCategory.QuotaExceeded)]
    [InlineData(nameof(ApiError.CreateInstanceLimit), "QuotaExceeded", ErrorCategory.QuotaExceeded)]
    [InlineData(nameof(ApiError.ResourceNotFound), "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData(nameof(ApiError.PrepaidInstance), "InvalidState", ErrorCategory.InvalidOperation)]
    public async Task A_refusal_is_an_error_of_that_instance_alone(string refusal, string id, ErrorCategory category)
    {
        var fleet = Enumerable.Range(0, 3).Select(_ => new SimulatedInstance()).ToArray();
        var service = await StartAsync(fleet);
        var error = (ApiError)typeof(ApiError).GetProperty(refusal)!.GetValue(null)!;
        service.Refuse(InstanceAction.Stop, error, instance => instance.Id == fleet[1].Id);

        var run = Connect(service).Invoke("Get-NovitaInstance | Stop-NovitaInstance -PassThru");

        AssertError(run, id, category, fleet[1].Id);
        Assert.Equal([fleet[0].Id, fleet[2].Id], run.Output.Select(instance => Value(instance, "Id")));
        Assert.Equal(3, service.Requests.Changing.Count);
    }

    [Fact]
    public async Task A_lost_answer_is_made_up_for_by_a_look_and_never_by_a_second_change()
    {
        var service = await StartAsync(new SimulatedInstance());
        service.PerformButLose(InstanceAction.Stop);

        var output = Connect(service).Output("Get-NovitaInstance | Stop-NovitaInstance -PassThru").Single();

        Assert.Equal("toStop", Value(output, "Status"));
        Assert.Single(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Set-NovitaInstance -AddPort 9000/tcp")]
    [InlineData("Update-NovitaInstance -ImageUrl other:2 -Confirm:$false")]
    public async Task A_lost_edit_that_nothing_makes_up_for_says_that_it_may_have_happened(string script)
    {
        var chosen = new SimulatedInstance();
        var service = await StartAsync(chosen);
        using var fault = service.Inject(ConnectionFaults.Reset, request => request.Method == "POST");

        var run = Connect(service).With("id", chosen.Id).Invoke($"$id | {script}");

        AssertError(run, "ConnectionFailed", ErrorCategory.ConnectionError, chosen.Id);
        Assert.Contains("may have done it all the same", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Get-NovitaInstance -Id", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task ErrorAction_Stop_ends_at_the_first_error()
    {
        var service = await StartAsync(new SimulatedInstance());

        var run = Connect(service).Invoke("try { 'no-such' | Stop-NovitaInstance -ErrorAction Stop; 'went on' } catch { $_.FullyQualifiedErrorId }");

        Assert.Equal("NotFound,Novita.Commands.StopNovitaInstanceCommand", run.Output.Single().ToString());
    }

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
