using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>How instances are given to the cmdlets that change them.</summary>
public sealed class TargetTests : ServiceTest
{
    [Theory]
    [InlineData("Stop-NovitaInstance -Id $id")]
    [InlineData("Stop-NovitaInstance $id")]
    [InlineData("$id | Stop-NovitaInstance")]
    [InlineData("Get-NovitaInstance -All | Where-Object Id -eq $id | Stop-NovitaInstance")]
    [InlineData("Get-NovitaInstance -Id $id | Stop-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Id (Get-NovitaInstance -Id $id)")]
    [InlineData("[pscustomobject]@{ Id = $id; Name = 'other' } | Stop-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Name 'THE One'")]
    public async Task Each_way_to_give_an_instance_changes_that_one_once_and_silently(string script)
    {
        var other = new SimulatedInstance { Name = "the one too" };
        var chosen = new SimulatedInstance { Name = "the one" };
        var service = await StartAsync(other, chosen);

        Assert.Empty(Connect(service).With("id", chosen.Id).Output(script));

        Assert.Contains($"\"instanceId\":\"{chosen.Id}\"", Assert.Single(service.Requests.Changing).Body, StringComparison.Ordinal);
        Assert.Equal(other, service.Fleet.Find(other.Id));
    }

    [Fact]
    public async Task Ids_that_are_not_there_are_errors_of_their_own_and_the_others_are_changed()
    {
        var fleet = Fleet(4);
        var service = await StartAsync(fleet);
        var shell = Connect(service).With("ids", new[] { fleet[0].Id, "no-such-1", fleet[1].Id, "no-such-2", fleet[2].Id });

        var run = shell.Invoke("$ids | Stop-NovitaInstance -PassThru");

        Assert.Null(run.Terminating);
        Assert.Equal([fleet[0].Id, fleet[1].Id, fleet[2].Id], Ids(run.Output));
        Assert.Equal(["no-such-1", "no-such-2"], run.Errors.Select(error => error.TargetObject));
        Assert.All(run.Errors, error => Assert.StartsWith("NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal("running", service.Fleet.Find(fleet[3].Id)!.Status);
    }

    [Fact]
    public async Task The_same_instance_given_many_times_is_changed_once()
    {
        var fleet = Fleet(2);
        var service = await StartAsync(fleet);
        var shell = Connect(service).With("id", fleet[0].Id);

        var output = shell.Output(
            "$one = Get-NovitaInstance -Id $id; @($id; $one; $id; Get-NovitaInstance) | Stop-NovitaInstance -MaxAffected 2 -PassThru");

        Assert.Equal(2, service.Requests.Changing.Count);
        Assert.Equal([fleet[0].Id, fleet[1].Id], Ids(output));
    }

    [Theory]
    [InlineData("Get-NovitaInstance -All | Stop-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Name twin -AllowMultiple")]
    public async Task More_than_MaxAffected_are_one_terminating_error_and_none_is_changed(string script)
    {
        var service = await StartAsync([.. Fleet(3).Select(instance => instance with { Name = "twin" })]);
        var shell = Connect(service);

        var run = shell.Invoke($"try {{ {script} -MaxAffected 2 -PassThru }} catch {{ throw }}");

        Assert.NotNull(run.Terminating);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Equal("TooManyAffected", run.ErrorId);
        Assert.Equal(ErrorCategory.LimitsExceeded, run.Error.CategoryInfo.Category);
        Assert.Contains("3 instances", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-MaxAffected", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
        Assert.Empty(shell.Output($"{script} -MaxAffected 3"));
        Assert.Equal(3, service.Requests.Changing.Count);
    }

    [Theory]
    [InlineData("$null | Stop-NovitaInstance")]
    [InlineData("'' | Stop-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Id ''")]
    [InlineData("Stop-NovitaInstance -Id $null")]
    [InlineData("Stop-NovitaInstance -Name ''")]
    [InlineData("Stop-NovitaInstance -Name ('x' * 256)")]
    [InlineData("[pscustomobject]@{ Name = 'instance' } | Stop-NovitaInstance")]
    [InlineData("@{ Name = 'instance' } | Stop-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Id x -Name instance")]
    [InlineData("Stop-NovitaInstance -Id x -AllowMultiple")]
    [InlineData("Stop-NovitaInstance -Id x -MaxAffected -1")]
    [InlineData("Get-NovitaInstance -Id @()")]
    [InlineData("Get-NovitaInstance -Id ('x' * 256)")]
    [InlineData("Get-NovitaInstance -Id x -Name y")]
    public async Task What_is_no_instance_is_an_error_and_nothing_is_sent(string script)
    {
        var service = await StartAsync(1);

        Assert.Matches(",Novita.Commands.[A-Za-z]+NovitaInstanceCommand$", Connect(service).Invoke(script).Error.FullyQualifiedErrorId);

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_change_that_was_seen_leads_to_its_instance()
    {
        var service = await StartInFastTimeAsync();
        service.Fleet.At(TimeSpan.FromSeconds(5), fleet => fleet.Add(new SimulatedInstance { Id = "late" }));

        Connect(service).Output("Watch-NovitaInstance -Count 1 | Stop-NovitaInstance");

        Assert.Contains("late", Assert.Single(service.Requests.Changing).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_pipeline_does_nothing()
    {
        var service = await StartAsync(1);

        Assert.Empty(Connect(service).Output("@() | Remove-NovitaInstance -Confirm:$false -PassThru; Get-NovitaInstance -Name '*nothing*' | Stop-NovitaInstance -Wait"));

        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task A_list_that_breaks_off_changes_nothing()
    {
        var service = await StartAsync(250);
        var shell = Connect(service, "-MaximumRetryCount 0");
        using var fault = service.Inject(StatusFaults.Of(503), request => request.Query["pageNum"] == "2");

        Assert.Equal("ServiceUnavailable", shell.Invoke("Get-NovitaInstance -All | Remove-NovitaInstance -Confirm:$false").ErrorId);

        Assert.Empty(service.Requests.Changing);
    }

    private static SimulatedInstance[] Fleet(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new SimulatedInstance { Name = $"worker-{number}" })];

    private static IEnumerable<object?> Ids(IEnumerable<PSObject> instances) => instances.Select(instance => Value(instance, "Id"));
}
